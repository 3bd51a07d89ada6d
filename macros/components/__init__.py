"""Components: pure functions of a Page and their arguments, one module each subject."""

from ..page import ROLE_COMPONENTS
from .changes import changes
from .citations import cite, sources
from .comparisons import compare, comparison_hub
from .coverage import coverage, objectives, page_list
from .cram import cram
from .decisions import decide
from .errata import errata
from .exams import crosswalk, exam_chooser, exam_facts, exam_weights
from .figures import figure
from .formulas import formula
from .numbers import n, numbers
from .print_shelf import offline_switch, print_shelf
from .questions import questions
from .services import service_index, svc

# What pages may call, by the name they call it.
COMPONENTS = {
    function.__name__: function
    for function in (
        changes, cite, compare, comparison_hub, coverage, cram, crosswalk, decide, errata, exam_chooser,
        exam_facts, exam_weights, figure, formula, n, numbers, objectives,
        offline_switch, page_list,
        print_shelf, questions, service_index, sources, svc,
    )
}  # fmt: skip

# These stand inside a sentence; all others on a line of their own.
INLINE_COMPONENTS = frozenset({cite, n, svc})

ROLE_COMPONENTS |= {"n": n, "svc": svc}
