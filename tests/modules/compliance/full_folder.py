"""A folder with every column of every file, in an order that is not the alphabet's."""

from tests import factories

FULL = {
    "agreement.toml": factories.AGREEMENT,
    "planning.toml": b"[weights]\nspread = 1.0\n",
    "places.csv": b"id,name,kind,stage_from,stage_to,owner,opened_on,closed_on,zone\n"
    b"s1,Skolen,school,8,10,kommune,2010-01-01,,nord\nsenter,Senteret,shopping_centre,,,,,,\n",
    "people.csv": b"id,name\np1,Berit Haugen\np2,Ola Sund\n",
    "roles.csv": b"role,person,from,to,acting\npolice_contact,p1,2016-10-01,2017-12-31,no\n"
    b"police_contact,p2,2017-01-01,,yes\n",
    "activities.csv": b"id,kind,status,date,start,minutes,place,people,purpose,audience,themes,partner,recorded_at,"
    b"confirmed,series,period,ordinal\n"
    b"b,school_visit,done,2017-03-06,10:00,60,s1,p2;p1,preventive,pupils;cohort:2018,rus,FAU,2017-03-06T15:00:00,,,,\n"
    b"a,school_visit,planned,2018-04-09,,0,s1,,,,,,,no,lower-secondary,2017-08-01,3\n",
    "meetings.csv": b"id,kind,status,date,people,agenda,start,block,minutes,place\n"
    b"m1,council,done,2017-02-01,p2;p1,evaluation,09:00,morning,90,senter\n",
    "documents.csv": b"id,kind,approved_on,attached\nd1,evaluation_plan,2016-12-20,yes\n",
    "events.csv": b"id,kind,date\ne1,reception_moved,2016-10-05\n",
    "requests.csv": b"id,kind,received_on,answered_on,outcome\n"
    b"r1,advice,2017-01-02,2017-01-05,helped\nr2,advice,2018-03-01,,\n",
    "judgements.csv": b"commitment,party,period_first,judged_on,finding\n"
    b"P12b,kommune,2016-10-01,2017-08-02,kept\nP12b,kommune,2016-10-01,2017-08-02,partly\n",
    "baselines.csv": b"indicator,period_first,period_last,value,low,high,locked_on\n"
    b"hours,2015-01-01,2015-12-31,12.5,10,15.25,2016-09-01\nhours,2014-01-01,2014-12-31,11,,,\n",
    "measurements.csv": b"indicator,period_first,period_last,value,low,high\nhours,2017-01-01,2017-12-31,0.1,,\n",
    "exceptions.csv": b"commitment,subject,first,last,kind,accepted_by,reason\n"
    b"P12b,s1,2017-01-01,2017-01-31,excused,kommune;distrikt,Ombygging\n",
    "disputes.csv": b"commitment,subject,period_first,party,opened_on,settled_on,reason\n"
    b"P12b,,,kommune,2017-05-01,2017-06-01,Uenige om tallet\n",
    "closed_days.csv": b"place,first,last,reason\n"
    b",2017-02-20,2017-02-24,Vinterferie\ns1,2017-03-01,2017-03-01,Planleggingsdag\n",
    "availability.csv": b"person,first,last,blocks,kind\n"
    b"p1,2017-07-01,2017-07-31,,leave\np2,2018-01-02,2018-01-02,evening,duty\n",
}
