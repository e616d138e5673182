"""copydesk reads press reports and tells who signed what with whom, which forum was held, who met whom.

>>> import copydesk
>>> extractor = copydesk.load()
>>> doc = extractor("OSLO - Norway and Chile signed a fisheries agreement here on Friday.", date="2025-12-06")
>>> doc.events
[<Event signing 2025-12-05 'signed'>]
>>> [party.name for party in doc.events[0].filling("party")]
['Norway', 'Chile']
>>> doc.events[0].date
datetime.date(2025, 12, 5)

All offsets are code points of the ``str`` that was given: ``text[mention.begin:mention.end] == mention.text``.
"""

from ._copydesk import version as __version__
from ._document import Dateline, Document, Note
from ._errors import Error, OptionError, PackError, PackMistake
from ._events import Argument, Event, Instrument, Sector
from ._extractor import Extractor, load
from ._layers import (
    Entity,
    Mention,
    Organisation,
    Person,
    Place,
    Sentence,
    Span,
    Time,
    Token,
    Trigger,
)
from ._tables import (
    argument_rows,
    argument_schema,
    arguments_batch,
    arguments_frame,
    event_rows,
    event_schema,
    events_batch,
    events_frame,
)

__all__ = [
    "Argument",
    "Dateline",
    "Document",
    "Entity",
    "Error",
    "Event",
    "Extractor",
    "Instrument",
    "Mention",
    "Note",
    "OptionError",
    "Organisation",
    "PackError",
    "PackMistake",
    "Person",
    "Place",
    "Sector",
    "Sentence",
    "Span",
    "Time",
    "Token",
    "Trigger",
    "__version__",
    "argument_rows",
    "argument_schema",
    "arguments_batch",
    "arguments_frame",
    "event_rows",
    "event_schema",
    "events_batch",
    "events_frame",
    "load",
]
