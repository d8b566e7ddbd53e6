"""Writes accepted returns as ADX (IHE QRPH, Aggregate Data Exchange), valid against the schema of the profile.

One group for each unit, with its period as an interval and the form as `dataSet`; one value for each figure. A share is
two values, told apart by `share`. What has no value is left out: the standard knows no empty one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from lxml import etree

from fasti.exchange import return_data

NAMESPACE = "urn:ihe:qrph:adx:2015"
MEDIA = "application/xml"


def written(data: return_data.Data, *, exported: datetime) -> bytes:
    """The message. `exported`: when it is written."""
    spaces: Any = {None: NAMESPACE}
    root = etree.Element(f"{{{NAMESPACE}}}adx", nsmap=spaces)
    root.set("exported", exported.replace(microsecond=0).isoformat().replace("+00:00", "Z"))
    for given in data.returns:
        _group(root, given, data)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _group(root: Any, given: return_data.Given, data: return_data.Data) -> None:
    unit, period = return_data.unit_code(given.unit), return_data.interval(data.period)
    named = {"orgUnit": unit, "period": period, "dataSet": data.form.id}
    group = etree.SubElement(root, f"{{{NAMESPACE}}}group", named)
    for each in given.observations:
        if each.value:
            value = {"dataElement": return_data.code(each.figure), "value": each.value}
            if each.share:
                value["share"] = each.share
            element = etree.SubElement(group, f"{{{NAMESPACE}}}dataValue", value)
            if each.remark:
                etree.SubElement(element, f"{{{NAMESPACE}}}annotation").text = each.remark
