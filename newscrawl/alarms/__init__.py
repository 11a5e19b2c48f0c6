"""Who is told when the runs of an outlet go another way than before."""

from newscrawl.alarms.after import Alarms, Told
from newscrawl.alarms.deciding import Alarm, AlarmState, due
from newscrawl.alarms.message import Message

__all__ = ["Alarm", "AlarmState", "Alarms", "Message", "Told", "due"]
