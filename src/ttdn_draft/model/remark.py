"""What a rule of a plug-in says about a document."""

from ..errors import Severity
from ..records import dataclass
from ..yaml_places import NodePath


@dataclass(frozen=True)
class Remark:
    """A sentence of a rule: the rule's own id, how bad it is, the key in the input that it is about, what to do."""

    rule: str
    text: str
    level: Severity = "warning"
    path: NodePath = ()
    advice: str = ""
