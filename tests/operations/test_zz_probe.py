from __future__ import annotations
import json, pathlib, traceback, itertools, random
from typing import Any
import pytest
from django.db import transaction
from fasti import words
from fasti.acts.models import *
from fasti.operations import issue_act, rebuild_register, verify_record, withdraw_act
from fasti.cli import printing
from tests import cast
pytestmark = pytest.mark.django_db
P = cast.pack

def D(*e, issuer="COUNCIL", type="decision", day="2024-02-01", **m):
    return cast.act(issuer, type, "T", day, *e, **m)

def adm(p, **m): return {"kind":"ADMIT","person":p,"unit":"ALDER","stage":"full","family_name":"X","given_name":"Y","sex":"F","born_on":"1990-01-01", **m}
F = {"kind":"FOUND","unit":"CEDAR","parent":"NORTH","unit_kind":"lodge","name":{"en":"Cedar"}}
EP = {"kind":"ESTABLISH_POST","post":"CEDAR.keeper","unit":"CEDAR","office":"keeper"}
AP = {"kind":"APPOINT","person":"GORAN","post":"NORTH-B.member"}
PROBES = {
 "two found": [D(F, F)],
 "two found batch": [D(F), D(F)],
 "two found batch reversed day": [D({**F,"on":"2024-03-01"}), D({**F,"on":"2024-02-01"})],
 "two admit": [D(adm("N"), adm("N"))],
 "two admit batch": [D(adm("N")), D(adm("N"))],
 "two post": [D({**EP,"post":"A2","unit":"ALDER"}, {**EP,"post":"A2","unit":"BIRCH"})],
 "post same code other unit after": [D({"kind":"ESTABLISH_POST","post":"ALDER.keeper","unit":"BIRCH","office":"keeper"})],
 "reestablish other office": [D({"kind":"ABOLISH_POST","post":"NORTH-B.member"}), D({"kind":"ESTABLISH_POST","post":"NORTH-B.member","unit":"SOUTH-B","office":"board_member"}, day="2024-03-01")],
 "reestablish other office2": [D({"kind":"ABOLISH_POST","post":"NORTH-B.member"}), D({"kind":"ESTABLISH_POST","post":"NORTH-B.member","unit":"NORTH-B","office":"chair"}, day="2024-03-01")],
 "admit known other data": [D({"kind":"LEAVE","person":"GORAN","reason":"left"}), D(adm("GORAN"), day="2024-03-01")],
 "admit known same data": [D({"kind":"LEAVE","person":"GORAN","reason":"left"}), D({"kind":"ADMIT","person":"GORAN","unit":"ALDER","stage":"full"}, day="2024-03-01")],
 "born bad": [D(adm("N", born_on="1990-02-30"))],
 "born bad2": [D(adm("N", born_on="yesterday"))],
 "born future": [D(adm("N", born_on="2090-02-20"))],
 "born basic": [D(adm("N", born_on="19900220"))],
 "sex": [D(adm("N", sex="female"))],
 "sexX": [D(adm("N", sex="X"))],
 "new person no name": [D({"kind":"ADMIT","person":"N","unit":"ALDER","stage":"full"})],
 "name long": [D(adm("N", family_name="X"*300))],
 "names long": [D(adm("N", family_name="X"*120, given_name="Y"*120))],
 "code long": [D(adm("N"*80))],
 "code 70 unit": [D({**F,"unit":"C"*70})],
 "code 97": [D(adm("N"*97))],
 "code space": [D(adm("N N"))],
 "code blank": [D(adm("  "))],
 "code hash": [D({**F,"unit":"A:B"})],
 "code bracket": [D(adm("N]"))],
 "code newline": [D(adm("N\nM"))],
 "code unicode": [D(adm("Ñ"))],
 "task level": [D(tasks=[{"text":"x","unit":"NORTH","level":"planet"}])],
 "task level no unit": [D(tasks=[{"text":"x","level":"lodge"}])],
 "task resp new": [D(adm("N"), tasks=[{"text":"x","unit":"NORTH","responsible":"N"}])],
 "task unit new": [D(F, tasks=[{"text":"x","unit":"CEDAR"}])],
 "task gone unit": [D({"kind":"MERGE","unit":"ALDER","other_unit":"BIRCH"}), D(tasks=[{"text":"x","unit":"ALDER"}], day="2024-03-01")],
 "task due before": [D(tasks=[{"text":"x","unit":"NORTH","due_on":"2020-01-01"}])],
 "task group long": [D(tasks=[{"text":"x","unit":"NORTH","group":"g"*100}])],
 "task level long": [D(tasks=[{"text":"x","unit":"NORTH","level":"g"*100}])],
 "task outside": [D(tasks=[{"text":"x","unit":"SOUTH"}], issuer="NORTH-B")],
 "task text only spaces": [D(tasks=[{"text":"  ","unit":"NORTH"}])],
 "number 0": [D(number=0)], "number -1": [D(number=-1)], "number str": [D(number="3")], "number true": [D(number=True)],
 "number huge": [D(number=2**60)], "number 2**31": [D(number=2**31)], "number 2**31-1": [D(number=2**31-1)], "number max then next": [D(number=2**31-1), D()],
 "number taken": [D(number=3), D(number=3)], "number below": [D(number=3), D(number=2)], "number 3": [D(number=3), D()],
 "number given same batch below existing": [D(), D(number=1)],
 "void draft": [D({"kind":"VOID","voids":"COUNCIL:2020/decision:1#1"})],
 "relation self": [D(relations=[{"kind":"withdraws","act":"COUNCIL:2024/decision:1"}])],
 "relation batch": [D(), D(relations=[{"kind":"concretises","act":"COUNCIL:2024/decision:1"}])],
 "withdraw batch": [D(AP), D(relations=[{"kind":"withdraws","act":"COUNCIL:2024/decision:1"}])],
 "relation dup": [D(relations=[{"kind":"concretises","act":"COUNCIL:2020/decision:1"}]*2)],
 "relation kind list": [D(relations=[{"kind":["x"],"act":{"a":1}}])],
 "relation extra": [D(relations=[{"kind":"concretises","act":"COUNCIL:2020/decision:1","z":1}])],
 "relation nul": [D(relations=[{"kind":"concretises","act":"COUNCIL:2020/decision:1\x00"}])],
 "relation nul2": [D(relations=[{"kind":"concretises","act":"COUN\x00CIL:2020/decision:1"}])],
 "relation number huge": [D(relations=[{"kind":"concretises","act":"COUNCIL:2020/decision:"+"9"*30}])],
 "relation number 5000": [D(relations=[{"kind":"concretises","act":"COUNCIL:2020/decision:"+"9"*5000}])],
 "relation number sup": [D(relations=[{"kind":"concretises","act":"COUNCIL:2020/decision:²"}])],
 "relation surrogate": [D(relations=[{"kind":"concretises","act":"\ud800:2020/decision:1"}])],
 "relation unknown kind withdraws first act": [D(relations=[{"kind":"nosuch","act":"COUNCIL:2020/decision:1"}])],
 "withdraw founding": [D(relations=[{"kind":"withdraws","act":"COUNCIL:2020/decision:1"}])],
 "withdraw founding by other": [D(issuer="NORTH-B", relations=[{"kind":"withdraws","act":"COUNCIL:2020/decision:1"}])],
 "dissolve with other": [D({"kind":"DISSOLVE","unit":"ALDER","other_unit":"BIRCH"})],
 "dissolve self": [D({"kind":"DISSOLVE","unit":"ALDER","other_unit":"ALDER"})],
 "merge chain same day": [D({"kind":"MERGE","unit":"ALDER","other_unit":"BIRCH"}, F, {"kind":"MERGE","unit":"BIRCH","other_unit":"CEDAR"})],
 "merge loop": [D({"kind":"MERGE","unit":"ALDER","other_unit":"BIRCH"}, {"kind":"MERGE","unit":"BIRCH","other_unit":"ALDER"})],
 "merge other kind": [D({"kind":"MERGE","unit":"ALDER","other_unit":"SOUTH"})],
 "merge organ": [D({"kind":"MERGE","unit":"NORTH-B","other_unit":"SOUTH-B"})],
 "merge root": [D({"kind":"MERGE","unit":"GLK","other_unit":"NORTH"})],
 "found dissolve same day": [D(F, {"kind":"DISSOLVE","unit":"CEDAR"})],
 "found, dissolve earlier": [D({**F,"on":"2024-06-01"}, {"kind":"DISSOLVE","unit":"CEDAR","on":"2024-05-01"})],
 "found parent self": [D({**F,"parent":"CEDAR"})],
 "found cycle": [D({**F,"parent":"DEER"}, {**F,"unit":"DEER","parent":"CEDAR"})],
 "found second root": [D({k:v for k,v in F.items() if k!="parent"} )],
 "found second root guild": [D({**{k:v for k,v in F.items() if k!="parent"}, "unit_kind":"guild"} )],
 "found name empty": [D({**F,"name":{}})], "found name str": [D({**F,"name":"Cedar"})], "found name xx": [D({**F,"name":{"xx":"Cedar"}})], "found name blank": [D({**F,"name":{"en":""}})],
 "found name key": [D({**F,"name":{"é":"Cedar"}})],
 "found name nul": [D({**F,"name":{"en":"a\x00"}})],
 "found name key nul": [D({**F,"name":{"e\x00":"a"}})],
 "found surrogate": [D({**F,"name":{"en":"a\ud800"}})],
 "found organ given": [D({**F,"organ":1})],
 "found organ 7": [D({**F,"organ":7})],
 "found abbr long": [D({**F,"abbreviation":"A"*100})],
 "title surrogate": [D()|{"title":"a\ud800"}],
 "code surrogate": [D(adm("\ud800"))],
 "issuer surrogate": [D()|{"issuer":"\ud800"}],
 "type surrogate": [D()|{"type":"\ud800"}],
 "title 1MB": [D()|{"title":"a"*1_000_000}],
 "title int": [D()|{"title":5}], "title spaces": [D()|{"title":"   "}], "title list": [D()|{"title":["a"]}],
 "key int": [D()|{5:5}], "key surrogate": [D()|{"\ud800":5}],
 "effect key int": [D({**AP, 5:5})],
 "effect kind list": [D({**AP, "kind":["APPOINT"]})], "effect kind missing": [D({"person":"GORAN"})],
 "effect on int": [D({**AP, "on":20240201})], "effect on none": [D({**AP, "on":None})], "effect on empty": [D({**AP, "on":""})],"effect on bool": [D({**AP, "on":True})],
 "effect on week": [D({**AP, "on":"2024-W05-1"})],
 "effect on 0001": [D({**AP, "on":"0001-01-01"})], "effect on 9999": [D({**AP, "on":"9999-12-31"})],
 "admit 0001": [D(adm("N", on="0001-01-01"))],
 "merge 0001": [D({"kind":"MERGE","unit":"ALDER","other_unit":"BIRCH","on":"0001-01-01"})],
 "signed 0001": [D(AP)|{"signed_on":"0001-01-01"}], "signed 9999": [D(AP)|{"signed_on":"9999-12-31"}],
 "found 9999": [D({**F,"on":"9999-12-31"})],
 "confirm 9999": [D(adm("N", stage="probationary", on="9999-06-30"), {"kind":"CONFIRM","person":"N","on":"9999-12-31"})],
 "effect person dict": [D({**AP, "person":{"a":1}})], "effect person int": [D({**AP, "person":5})],
 "seats 0": [D({**EP,"unit":"ALDER","seats":0})], "seats -1": [D({**EP,"unit":"ALDER","seats":-1})],  "seats 1e6": [D({**EP,"unit":"ALDER","seats":100_000})], "seats true": [D({**EP,"unit":"ALDER","seats":True})], "seats str": [D({**EP,"unit":"ALDER","seats":"2"})], "seats float": [D({**EP,"unit":"ALDER","seats":2.0})],
 "appoint on abolish day": [D({"kind":"ABOLISH_POST","post":"NORTH-B.member"}, AP)],
 "appoint before abolish same act": [D(AP, {"kind":"ABOLISH_POST","post":"NORTH-B.member","on":"2024-03-01"})],
 "abolish held": [D({"kind":"ABOLISH_POST","post":"NORTH-B.deputy"})],
 "effect before force": [D({**AP,"on":"2023-01-01"}, in_force_on="2024-05-01")],
 "appoint nonmember": [D({"kind":"LEAVE","person":"GORAN","reason":"left"}), D(AP, day="2024-03-01")],
 "transfer across": [D({"kind":"TRANSFER","person":"DORA","other_post":"NORTH-B.deputy","post":"SOUTH-B.deputy"})],
 "transfer across by north": [D({"kind":"TRANSFER","person":"DORA","other_post":"NORTH-B.deputy","post":"SOUTH-B.deputy"}, issuer="NORTH-B")],
 "transfer away by south": [D({"kind":"TRANSFER","person":"DORA","other_post":"NORTH-B.deputy","post":"SOUTH-B.deputy"}, issuer="SOUTH-B")],
 "merge into foreign": [D({"kind":"MERGE","unit":"BIRCH","other_unit":"ALDER"}, issuer="SOUTH-B")],
 "leave of foreign": [D({"kind":"LEAVE","person":"GORAN","reason":"left"}, issuer="SOUTH-B")],
 "confirm nonmember foreign": [D({"kind":"CONFIRM","person":"GORAN"}, issuer="SOUTH-B")],
 "ends planned before": [D({**AP,"ends_planned_on":"2023-01-01"})],
 "ends planned bad": [D({**AP,"ends_planned_on":"x"})],
 "plan until before": [D({"kind":"PLAN","person":"GORAN","post":"NORTH-B.chair","term":"2024","until":"2020-01-01"})],
 "plan until bad": [D({"kind":"PLAN","person":"GORAN","post":"NORTH-B.chair","term":"2024","until":"2020-01-35"})],
 "plan until surrogate": [D({"kind":"PLAN","person":"GORAN","post":"NORTH-B.chair","term":"\ud800"})],
 "training dup": [D({"kind":"COMPLETE_TRAINING","person":"GORAN","unit":"NORTH","course":"C","topics":{"guild":["a","a"]}})],
 "training twice": [D({"kind":"COMPLETE_TRAINING","person":"GORAN","unit":"NORTH","course":"C","topics":{"guild":["a"]}},{"kind":"COMPLETE_TRAINING","person":"GORAN","unit":"NORTH","course":"C","topics":{"guild":["a"]}})],
 "training long": [D({"kind":"COMPLETE_TRAINING","person":"GORAN","unit":"NORTH","course":"C"*300,"topics":{"guild":["a"*500]}})],
 "term long": [D({"kind":"PLAN","person":"GORAN","post":"NORTH-B.chair","term":"t"*500})],
 "award author unknown": [D({"kind":"AWARD","unit":"NORTH","edition":"1","category":"c","prize":"p","work":"w","authors":["NOPE"]})],
 "award": [D({"kind":"AWARD","unit":"NORTH","edition":"1","category":"c","prize":"p","work":"w","authors":["GORAN"]})],
 "award authors int": [D({"kind":"AWARD","unit":"NORTH","edition":"1","category":"c","prize":"p","work":"w","authors":[1]})],
 "nominate before post": [D({"kind":"NOMINATE","person":"GORAN","post":"NORTH-B.chair","election":"e","on":"2019-01-01"})],
 "language": [D()|{"language":"xx"}], "language long": [D()|{"language":"x"*50}],
 "confidentiality": [D(confidentiality="whatever")], "confidentiality long": [D(confidentiality="w"*50)], "capacity long": [D(capacity="w"*500)], "capacity unknown": [D(capacity="w")],
 "form unknown": [D(form="w")], "form long": [D(form="w"*500)],
 "form no period": [D(form="half-year")],
 "period year 0": [D(period="0000")],
 "period int": [D(period=2024)],
 "attach dir": [D(attachments=["/tmp"])], "attach nul": [D(attachments=["/tmp/\x00"])], "attach surrogate": [D(attachments=["/tmp/\ud800"])], "attach long": [D(attachments=["/tmp/"+"a"*5000])],
 "attach empty": [D(attachments=[""])], "attach proc": [D(attachments=["/proc/self/mem"])], "attach none": [D(attachments=[{"path":None}])], "attach extra":[D(attachments=[{"path":"/etc/hostname","x":1}])],
 "attach twice": [D(attachments=["/etc/hostname","/etc/hostname"])],
 "attach dev": [D(attachments=["/dev/zero"])],
 "list": [["a"]], "none": [None], "str": ["x"], "int": [5], "empty": [{}],
 "signer is none": [D()|{"signer":"","signer_post":""}],
 "signer unknown": [D()|{"signer":"NOPE"}],
 "signer new": [D(adm("N"))|{"signer":"N"}],
 "relations none": [D()|{"relations":None,"tasks":None,"attachments":None,"effects":None}],
 "relations dict": [D()|{"relations":{"a":1}}],
 "tasks int": [D(tasks=[5])], "tasks key": [D(tasks=[{5:1}])],
 "task due bad": [D(tasks=[{"text":"x","unit":"NORTH","due_on":"soon"}])],
 "deep": [D({**AP, "z": eval("["*80+"]"*80)})],
 "float nan": [D({**AP, "ends_planned_on": float("nan")})],
 "bytes": [D()|{"title": b"abc"}],
 "type plan": [D(AP, type="plan")],
 "leave readmit same day": [D({"kind":"LEAVE","person":"GORAN","reason":"left"}, {"kind":"ADMIT","person":"GORAN","unit":"BIRCH","stage":"full"})],
 "admit leave same day": [D(adm("N"), {"kind":"LEAVE","person":"N","reason":"left"})],
 "leave earlier than later appoint": [D({**AP,"on":"2024-03-01"}), D({"kind":"LEAVE","person":"GORAN","reason":"left","on":"2024-02-01"}, day="2024-03-02")],
 "admit future": [D(adm("N", on="2030-01-01"), {"kind":"APPOINT","person":"N","post":"NORTH-B.member"})],
 "confidential wrong type": [D(confidentiality=5)],
}
@pytest.mark.parametrize("name", PROBES)
def test_probe(name):
    cast.found_guild()
    out = open("/tmp/probe/out.txt","a",buffering=1)
    try:
        acts = issue_act.issue(PROBES[name], pack=P(), recorded_at=cast.at("2024-06-01"), actor="t")
        f = verify_record.verify().faults
        print(f"{name:35} ISSUED {[(a.symbol) for a in acts][:3]} {f if f else ''}"[:300], file=out)
    except issue_act.CannotIssue as e:
        said=[]
        for x in e.findings:
            for l in words.LANGUAGES:
                try: s = printing.finding(x, l, pack=P())
                except Exception as er: said.append(f"UNSAYABLE {x} {er!r}")
                if l=="en": said.append(s.encode("ascii","backslashreplace").decode()[:170])
        print(f"{name:35} refused {said}"[:600], file=out)
    except Exception as e:
        tb = traceback.extract_tb(e.__traceback__)
        loc=[f"{pathlib.Path(t.filename).name}:{t.lineno}" for t in tb if "fasti" in t.filename][-2:]
        print(f"{name:35} CRASH {type(e).__name__} {ascii(str(e))[:150]} {loc}", file=out)
