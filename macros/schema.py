"""What each kind of datum is: one frozen, strict model per collection.

This module is the only definition of the data. The editors' JSON Schemas in
``data/schema/``, the published API schemas and the error messages all derive
from it. It knows nothing of a particular exam, service or table.

Text fields typed ``Inline`` may hold inline Markdown and two roles that are
resolved when a page is built: ``[[n:number-id]]`` quotes a number and
``[[svc:service-id]]`` names a service.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, Union

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    field_validator,
    model_validator,
)

# Hosts on which AWS itself publishes. A fact about AWS must cite one of them.
OFFICIAL_HOSTS = (
    "aws.amazon.com",
    "docs.aws.amazon.com",
    "repost.aws",
    "boto3.amazonaws.com",
    "explore.skillbuilder.aws",
    "skillbuilder.aws",
    "sagemaker.readthedocs.io",  # the SageMaker Python SDK's own documentation
    "aws-sdk-pandas.readthedocs.io",  # the AWS SDK for pandas' own documentation
    "github.com/aws/",
    "github.com/awslabs/",
    "github.com/awsdocs/",
    "www.amazon.science",
)


@dataclass(frozen=True)
class Ref:
    """Marks a string as the id of a record in another collection."""

    collection: str


_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_OBJECTIVE = r"^\d+\.\d+\.[KSP]\d+(\.\d+)?$"

Id = Annotated[str, StringConstraints(pattern=_ID, max_length=80)]
# Limits keep a definition from growing into documentation.
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
Inline = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=900)]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


def _is_a_day(text: str) -> str:
    if len(text) == len("2026-11-21"):
        date.fromisoformat(text)  # says "day is out of range for month"
    return text


PartialDate = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"),
    AfterValidator(_is_a_day),
]
HttpsUrl = Annotated[str, StringConstraints(pattern=r"^https://[^\s/]+\.[^\s/]+(/\S*)?$")]

ServiceRef = Annotated[str, StringConstraints(pattern=_ID), Ref("services")]
SourceRef = Annotated[str, StringConstraints(pattern=_ID), Ref("sources")]
ExamRef = Annotated[str, StringConstraints(pattern=_ID), Ref("exams")]
# An objective (`mla-c02/1.1.S1`), or a whole task (`mla-c02/1.1`).
ObjectiveRef = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9-]+/\d+\.\d+\.[KSP]\d+(\.\d+)?$"),
    Ref("objectives"),
]
TaskRef = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+/\d+\.\d+$"), Ref("tasks")]
Sources = Annotated[tuple[SourceRef, ...], Field(min_length=1)]


class Record(BaseModel):
    """Base of every model: frozen, no unknown keys, no silent conversions.

    The loader reads YAML lists as tuples, so a frozen record is frozen all the way.
    """

    model_config = ConfigDict(frozen=True, defer_build=True, extra="forbid", strict=True, allow_inf_nan=False)


class Identified(Record):
    """A record other records may point to. Ids are permanent."""

    id: Id


class Moved(Identified):
    """What is left of a record whose id changed: where it went."""

    moved: Id


# --- sources -----------------------------------------------------------------


class Source(Identified):
    """A page a fact was checked against, and when."""

    title: Text
    publisher: Text
    url: HttpsUrl
    kind: Literal["aws", "documentation", "standard", "paper", "book"]
    checked: Month

    @property
    def official(self) -> bool:
        """Whether AWS itself publishes the page."""
        rest = self.url.removeprefix("https://")
        return any(rest == host or rest.startswith(host.rstrip("/") + "/") for host in OFFICIAL_HOSTS)

    @model_validator(mode="after")
    def _aws_pages_are_on_aws_hosts(self) -> Source:
        if self.kind == "aws" and not self.official:
            raise ValueError(
                f"{self.url} is not on a host of AWS, although kind is aws; "
                "cite AWS's own page, or set the kind that fits"
            )
        return self


# --- exams -------------------------------------------------------------------


class Objective(Record):
    """One skill, knowledge bullet or point of an exam guide, in our words."""

    id: Annotated[str, StringConstraints(pattern=_OBJECTIVE)]
    text: Text
    new: bool = False  # the guide's comparison page lists it as added
    dropped: Literal["whole", "part"] | None = None  # gone from the successor
    continues: tuple[ObjectiveRef, ...] = ()  # predecessor's objectives it carries on
    loose: bool = False  # `continues` is the nearest fit only
    widened: Text | None = None  # what this version's wording adds
    seen: Literal["official", "reprint"] = "official"  # where the wording was read
    parts: tuple[Objective, ...] = ()

    @property
    def kind(self) -> Literal["knowledge", "skill", "point"]:
        """What the guide calls it, from the letter in the id."""
        letter = self.id.split(".")[2][0]
        return {"K": "knowledge", "S": "skill", "P": "point"}[letter]  # type: ignore[return-value]


class Task(Record):
    """A task statement: the unit the site's sections follow."""

    id: Annotated[str, StringConstraints(pattern=r"^\d+\.\d+$")]
    title: Text
    objectives: Annotated[tuple[Objective, ...], Field(min_length=1)]
    related: tuple[TaskRef, ...] = ()  # tasks of another exam on the same subject
    beyond: Text | None = None  # what this task asks beyond the related ones

    @model_validator(mode="after")
    def _objectives_belong_to_task(self) -> Task:
        for objective in self.objectives:
            if not objective.id.startswith(f"{self.id}."):
                raise ValueError(f"objective {objective.id} does not belong to task {self.id}")
            for part in objective.parts:
                if not part.id.startswith(f"{objective.id}."):
                    raise ValueError(f"part {part.id} does not belong to objective {objective.id}")
        return self


class Domain(Record):
    """A content domain and its share of the scored questions."""

    id: Annotated[str, StringConstraints(pattern=r"^\d+$")]
    title: Text
    weight_percent: Annotated[int, Field(gt=0, le=100)]
    tasks: Annotated[tuple[Task, ...], Field(min_length=1)]


class Form(Record):
    """One form of an exam: how long, how many questions, what it costs."""

    code: Text
    questions: Annotated[int, Field(gt=0)]
    scored: Annotated[int, Field(gt=0)] | None = None
    minutes: Annotated[int, Field(gt=0)] | None = None  # none while AWS publishes none
    passing_score: Annotated[int, Field(ge=100, le=1000)] | None = None  # scale 100 to 1,000
    price_usd: Annotated[int, Field(gt=0)]
    languages: Annotated[tuple[Text, ...], Field(min_length=1)]
    notes: tuple[Inline, ...] = ()  # what is only reported, or where pages disagree


class Exam(Identified):
    """An exam version: its standing, its forms and its whole outline."""

    code: Text
    short: Text  # how marks on pages name this version, such as "C02"
    track: Id  # exams that share one tree of pages share a track
    title: Text
    level: Literal["foundational", "associate", "professional", "specialty"]
    status: Literal["beta", "active", "leaving", "retired"]
    standing: Inline  # who can still sit it
    first_day: PartialDate | None = None
    last_day: PartialDate | None = None
    predecessor: ExamRef | None = None
    validity_years: Annotated[int, Field(gt=0)]
    question_types: Annotated[tuple[Text, ...], Field(min_length=1)]
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]
    unconfirmed: tuple[Inline, ...] = ()
    domains: Annotated[tuple[Domain, ...], Field(min_length=1)]
    sources: Sources

    @model_validator(mode="after")
    def _weights_sum_to_100(self) -> Exam:
        total = sum(domain.weight_percent for domain in self.domains)
        if total != 100:
            raise ValueError(f"the weights of the domains sum to {total}, not to 100")
        return self

    def walk(self):
        """Yield (domain, task, objective) in the guide's order, without parts."""
        for domain in self.domains:
            for task in domain.tasks:
                for objective in task.objectives:
                    yield domain, task, objective


# --- services ----------------------------------------------------------------

Lifecycle = Literal[
    "active",  # open to everybody
    "renamed",  # open to everybody under a new name
    "closed",  # closed to new customers; AWS's word is "maintenance"
    "frozen",  # no new features announced, no closing of access announced
    "ending",  # runs until `ends`
    "discontinued",  # shut down, removed or past its end of life
]


class FormerName(Record):
    """A name the service had, and until when."""

    name: Text
    until: PartialDate | None = None


class Status(Record):
    """Where a service stands in its life."""

    state: Lifecycle
    since: PartialDate | None = None  # day the state took effect, where published
    ends: PartialDate | None = None  # announced end of support
    note: Inline | None = None
    successor: tuple[ServiceRef, ...] = ()  # where AWS or we would send a reader

    @model_validator(mode="after")
    def _ending_has_an_end(self) -> Status:
        if self.state == "ending" and self.ends is None:
            raise ValueError("state is ending, so ends must give the announced day")
        return self


class Service(Identified):
    """A service, feature, model family or instance family."""

    name: Text  # official current name
    summary: Text  # what it is, in one line
    abbreviations: tuple[Text, ...] = ()
    former_names: tuple[FormerName, ...] = ()
    aliases: tuple[Text, ...] = ()  # other names people search for
    parent: ServiceRef | None = None
    category: Literal[
        "ai-service", "analytics", "app-integration", "business-intelligence", "generative-ai",
        "compute", "containers", "cost", "database", "developer-tools", "iot", "labelling",
        "management", "migration", "ml-feature", "ml-hardware", "ml-platform", "ml-software", "networking",
        "security", "storage", "streaming",
    ]  # fmt: skip
    status: Status
    choose_when: tuple[Inline, ...] = ()
    avoid_when: tuple[Inline, ...] = ()
    exams: tuple[ExamRef, ...] = ()  # exams whose material includes it
    excluded_from: tuple[ExamRef, ...] = ()  # exams whose guide rules it out
    sdk: Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+(:[A-Za-z0-9]+)?$")] | None = None
    docs: HttpsUrl | None = None
    sources: Sources


# --- facts -------------------------------------------------------------------


class Number(Identified):
    """A limit, default or exact behaviour that an answer can hang on."""

    service: ServiceRef | None = None
    subject: Text | None = None  # where no service of the catalogue fits
    fact: Text  # what the value is the value of
    value: int | float | Text
    unit: Text | None = None
    kind: Literal["limit", "default", "behavior", "range", "price"]
    adjustable: bool | None = None  # whether a customer can set it or have it raised
    was: Text | None = None  # what older material teaches
    note: Inline | None = None
    tasks: tuple[TaskRef, ...] = ()
    cram: Literal[True] | None = None  # on the cram sheet: what most often decides an answer
    sources: Sources

    @model_validator(mode="after")
    def _has_a_subject(self) -> Number:
        if (self.service is None) == (self.subject is None):
            raise ValueError("give either service (an id) or subject (a text)")
        return self

    @field_validator("value", "unit")
    @classmethod
    def _is_plain(cls, text: object) -> object:
        if isinstance(text, str) and "`" in text:
            raise ValueError("a value is printed as it is: write it without backticks")
        return text


class Variable(Record):
    """A symbol of a formula."""

    symbol: Text  # LaTeX
    meaning: Text
    unit: Text | None = None


class Formula(Identified):
    """A metric or formula, in LaTeX, drawn as MathML when a page is built."""

    name: Text
    latex: Inline
    variables: tuple[Variable, ...] = ()
    range: Text | None = None
    direction: Literal["higher is better", "lower is better", "closer to zero is better"] | None = None
    use: Inline  # when to reach for it
    tasks: tuple[TaskRef, ...] = ()
    cram: Literal[True] | None = None  # on the cram sheet: what most often decides an answer
    sources: Sources


class Term(Identified):
    """A glossary entry."""

    term: Text
    abbreviation: Text | None = None
    aliases: tuple[Text, ...] = ()
    definition: Inline
    page: Text | None = None  # path below docs/, with an optional #anchor
    sources: Sources


class Erratum(Identified):
    """What older material says, and what holds today."""

    subject: Text
    says: Inline  # the outdated or wrong claim, paraphrased
    today: Inline  # what holds
    kind: Literal["outdated", "wrong", "misleading"]
    since: PartialDate | None = None
    services: tuple[ServiceRef, ...] = ()
    tasks: tuple[TaskRef, ...] = ()
    cram: Literal[True] | None = None  # on the cram sheet: what most often decides an answer
    sources: Sources


# --- comparisons and decisions -----------------------------------------------


class Subject(Record):
    """A column of facts about one thing; a service of the catalogue or a name."""

    id: Id
    service: ServiceRef | None = None
    name: Text | None = None
    sources: tuple[SourceRef, ...] = ()

    @model_validator(mode="after")
    def _has_a_name(self) -> Subject:
        if (self.service is None) == (self.name is None):
            raise ValueError("give either service (an id) or name (a text)")
        return self


class Criterion(Record):
    """What subjects are compared by."""

    id: Id
    label: Text


class Pick(Record):
    """A rule: when this holds, choose that, because."""

    when: Inline
    choose: tuple[Id, ...]  # ids of subjects of the same table
    because: Inline
    cram: Literal[True] | None = None  # on the cram sheet: what most often decides an answer


class Comparison(Identified):
    """A table that answers one question, with a cell for every pair."""

    title: Text
    question: Text
    subjects: Annotated[tuple[Subject, ...], Field(min_length=2)]
    criteria: Annotated[tuple[Criterion, ...], Field(min_length=1)]
    cells: dict[Id, dict[Id, Inline]]  # subject id -> criterion id -> cell
    pick: Annotated[tuple[Pick, ...], Field(min_length=1)]
    tasks: tuple[TaskRef, ...] = ()
    sources: Sources


class Choice(Record):
    """A leaf of a decision guide."""

    choose: Inline
    because: Inline


def _leads_to(value: object) -> str:
    """Tell a further question from a choice, so that faults name one of them only."""
    return "question" if isinstance(value, Ask) or (isinstance(value, dict) and "ask" in value) else "choice"


class Answer(Record):
    """One answer to a question of a guide, and where it leads."""

    answer: Text
    then: Annotated[
        Union[Annotated[Ask, Tag("question")], Annotated[Choice, Tag("choice")]],
        Discriminator(_leads_to),
    ]


class Ask(Record):
    """A question of a guide."""

    ask: Text
    answers: Annotated[tuple[Answer, ...], Field(min_length=2)]


class Decision(Identified):
    """A decision guide: a tree of questions that ends in choices."""

    title: Text
    question: Text
    tree: Ask
    tasks: tuple[TaskRef, ...] = ()
    sources: Sources


# --- questions ---------------------------------------------------------------


class Option(Record):
    """An answer option with the reason it is right or wrong."""

    text: Inline
    correct: bool = False
    why: Inline


class Pair(Record):
    """A prompt and the option that belongs to it."""

    prompt: Inline
    match: Inline
    why: Inline


class Step(Record):
    """An item of an ordering question; items stand in the right order."""

    text: Inline
    why: Inline


class _Question(Identified):
    stem: Inline
    objectives: Annotated[tuple[ObjectiveRef, ...], Field(min_length=1)]
    sources: Sources


class SingleChoice(_Question):
    """Four options, exactly one right."""

    type: Literal["single"]
    options: Annotated[tuple[Option, ...], Field(min_length=4, max_length=4)]

    @model_validator(mode="after")
    def _one_is_correct(self) -> SingleChoice:
        return _require_correct(self, 1)


class MultipleChoice(_Question):
    """Five or more options, of which exactly ``choose`` are right."""

    type: Literal["multiple"]
    choose: Annotated[int, Field(ge=2)]
    options: Annotated[tuple[Option, ...], Field(min_length=5, max_length=7)]

    @model_validator(mode="after")
    def _choose_are_correct(self) -> MultipleChoice:
        return _require_correct(self, self.choose)


class Ordering(_Question):
    """Steps in the right order; the page shows them shuffled."""

    type: Literal["ordering"]
    steps: Annotated[tuple[Step, ...], Field(min_length=3, max_length=6)]


class Matching(_Question):
    """Prompts, each with its own match."""

    type: Literal["matching"]
    pairs: Annotated[tuple[Pair, ...], Field(min_length=3, max_length=7)]


Question = Annotated[Union[SingleChoice, MultipleChoice, Ordering, Matching], Field(discriminator="type")]


def _require_correct(question, wanted: int):
    found = sum(option.correct for option in question.options)
    if found != wanted:
        raise ValueError(f"{found} options are marked correct, but this question needs exactly {wanted}")
    return question


# --- editions ------------------------------------------------------------------


class Edition(Identified):
    """A numbered state of the site, kept as the facts that differ from the edition before it."""

    id: Annotated[str, StringConstraints(pattern=r"^\d{4}\.([1-9]|1[0-2])\.[1-9]\d*$")]
    date: Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_is_a_day)]
    summary: Inline
    facts: dict[Text, dict[Text, int | float | Inline] | None]  # none where a fact went


Objective.model_rebuild()
Answer.model_rebuild()
Ask.model_rebuild()

# --- collections ---------------------------------------------------------------


@dataclass(frozen=True)
class Collection:
    """Where a kind of record lives and how its files are laid out."""

    name: str  # folder or file below data/
    model: object  # pydantic model or annotated union of models
    one_per_file: bool  # the file's name is the record's id
    about_aws: bool = False  # needs at least one source that AWS publishes


COLLECTIONS: tuple[Collection, ...] = (
    Collection("sources", Source, one_per_file=False),
    Collection("exams", Exam, one_per_file=True, about_aws=True),
    Collection("services", Service, one_per_file=True),
    Collection("numbers", Number, one_per_file=False),
    Collection("formulas", Formula, one_per_file=False),
    Collection("glossary", Term, one_per_file=False),
    Collection("errata", Erratum, one_per_file=False),
    Collection("comparisons", Comparison, one_per_file=True),
    Collection("decisions", Decision, one_per_file=True),
    Collection("questions", Question, one_per_file=False),
    Collection("editions", Edition, one_per_file=True),
)

ROLE = re.compile(r"\[\[(?P<role>[a-z]+):(?P<id>[^\]]*)\]\]")
ROLES = {"n": "numbers", "svc": "services"}
