"""Components: pure functions of a Page and their arguments, one module each subject."""

from ..page import ROLE_COMPONENTS
from .changes import changes
from .citations import cite, sources
from .comparisons import compare, compare_tool, comparison_hub
from .coverage import coverage, objectives, page_list
from .cram import cram
from .decisions import decide
from .errata import errata, errata_index
from .exam_changes import exam_changes, exam_pages
from .exams import crosswalk, exam_chooser, exam_facts, exam_sources, exam_weights
from .figures import figure
from .formulas import formula, formula_index
from .freshness import stale_sources
from .glossary import glossary_index
from .numbers import n, number_index, numbers
from .print_shelf import offline_switch, print_shelf
from .published import published
from .questions import questions
from .services import service_index, service_status, svc

# What pages may call, by the name they call it.
COMPONENTS = {
    function.__name__: function
    for function in (
        changes, cite, compare, compare_tool, comparison_hub, coverage, cram, crosswalk, decide, errata,
        errata_index, exam_changes, exam_chooser, exam_facts, exam_pages, exam_sources, exam_weights, figure,
        formula, formula_index, glossary_index, n, number_index, numbers, objectives, offline_switch,
        page_list, print_shelf, published, questions, service_index, service_status, sources,
        stale_sources, svc,
    )
}  # fmt: skip

# These stand inside a sentence; all others on a line of their own.
INLINE_COMPONENTS = frozenset({cite, n, published, svc})

ROLE_COMPONENTS |= {"n": n, "svc": svc}
