"""Tenures: nobody twice in one post, nobody in a post that does not stand, every appointment with its tenure."""

from __future__ import annotations

from fasti.effects import kinds
from fasti.operations.checks.posts import ESTABLISHED
from fasti.operations.checks.table import Group

group = Group("tenures", __name__)
_KINDS = "('" + "', '".join(kinds.kinds_of("tenure")) + "')"
"""The kinds of effect that make up tenures."""

group.sql(
    "tenure-overlap",
    "Nobody holds one post twice on a day.",
    """
    SELECT opened_by_id AS effect, person_id AS person, post_id AS post, starts_on AS day FROM (
        SELECT opened_by_id, person_id, post_id, starts_on, MAX(COALESCE(ends_before, :far)) OVER (
            PARTITION BY person_id, post_id ORDER BY starts_on, id
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
        FROM tenure
    ) s WHERE reach > starts_on
    """,
    remedy="rebuild",
    says="overlap",
)
group.sql(
    "tenure-without-post",
    "A tenure lasts no longer than its post stands.",
    f"""
    SELECT t.opened_by_id AS effect, t.person_id AS person, t.post_id AS post FROM tenure t
    LEFT JOIN {ESTABLISHED} s ON s.post_id = t.post_id
    WHERE s.post_id IS NULL OR t.starts_on < s.born OR COALESCE(t.ends_before, :far) > s.died
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="outlives",
)
group.sql(
    "tenure-without-day",
    "A tenure lasts at least a day.",
    "SELECT opened_by_id AS effect, person_id AS person, post_id AS post FROM tenure WHERE ends_before <= starts_on",
    remedy="rebuild",
    says="without-day",
)
group.sql(
    "tenure-planned-end-before-start",
    "A tenure is planned to end after it begins.",
    """
    SELECT opened_by_id AS effect, person_id AS person, post_id AS post, ends_planned_on AS day FROM tenure
    WHERE ends_planned_on <= starts_on
    """,
    remedy="rebuild",
    says="end-not-after",
)
group.sql(
    "tenure-without-manner",
    "A tenure says how the person came to the post.",
    "SELECT opened_by_id AS effect, person_id AS person, post_id AS post FROM tenure WHERE TRIM(manner) = ''",
    remedy="rebuild",
    says="empty-field",
)
group.sql(
    "tenure-of-another",
    "A tenure is opened by an effect on the person.",
    """
    SELECT t.opened_by_id AS effect, t.person_id AS person, t.post_id AS post FROM tenure t
    JOIN effect e ON e.id = t.opened_by_id
    WHERE t.person_id <> e.person_id AND t.person_id <> COALESCE(e.other_person_id, 0) AND NOT EXISTS (
        SELECT 1 FROM alias a WHERE a.stands_for_id = t.person_id
        AND (a.person_id = e.person_id OR a.person_id = e.other_person_id))
    """,
    remedy="rebuild",
    says="of-another",
)
group.sql(
    "tenure-of-other-post",
    "A tenure is opened by an effect on the post.",
    """
    SELECT t.opened_by_id AS effect, t.person_id AS person, t.post_id AS post FROM tenure t
    JOIN effect e ON e.id = t.opened_by_id
    WHERE t.post_id <> COALESCE(e.post_id, 0) AND t.post_id <> COALESCE(e.other_post_id, 0)
    """,
    remedy="rebuild",
    says="of-another",
)
group.sql(
    "tenure-ends-by-itself",
    "A tenure ends only by an act.",
    """
    SELECT opened_by_id AS effect, person_id AS person, post_id AS post, ends_before AS day FROM tenure
    WHERE ends_before IS NOT NULL AND closed_by_id IS NULL
    """,
    remedy="rebuild",
    says="ends-by-itself",
)
group.sql(
    "appointed-not-in-office",
    "Who was put into a post holds it from that day.",
    f"""
    SELECT e.id AS effect, e.person_id AS person, e.post_id AS post, e."on" AS day FROM effect e
    WHERE e.kind IN ('APPOINT', 'ELECT', 'DESIGNATE', 'TRANSFER', 'ROTATE')
    AND NOT EXISTS (SELECT 1 FROM effect v WHERE v.voids_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM tenure t WHERE t.opened_by_id = e.id)
    AND NOT EXISTS (SELECT 1 FROM effect x WHERE x.id <> e.id AND x."on" = e."on" AND x.kind IN {_KINDS}
        AND (x.person_id = e.person_id OR x.other_person_id = e.person_id))
    AND NOT EXISTS (SELECT 1 FROM establishment s WHERE s.post_id = e.post_id AND s.ends_before <= e."on")
    """,  # nosec B608 - our own names
    remedy="rebuild",
    says="not-in-register",
)
group.sql(
    "relieved-still-in-office",
    "Who was relieved of a post does not hold it on that day.",
    """
    SELECT e.id AS effect, e.person_id AS person, e.post_id AS post, e."on" AS day FROM effect e
    JOIN tenure t ON t.person_id = e.person_id AND t.post_id = e.post_id
    WHERE e.kind IN ('RELIEVE', 'RESIGN') AND NOT EXISTS (SELECT 1 FROM effect v WHERE v.voids_id = e.id)
    AND t.starts_on <= e."on" AND (t.ends_before IS NULL OR t.ends_before > e."on")
    AND NOT EXISTS (SELECT 1 FROM effect x WHERE x.id = t.opened_by_id AND x.id > e.id AND x."on" = e."on")
    """,
    remedy="rebuild",
    says="not-in-register",
)
group.sql(
    "term-over",
    "Nobody holds a post beyond the planned end of the term.",
    """
    SELECT opened_by_id AS effect, person_id AS person, post_id AS post, ends_planned_on AS day FROM tenure
    WHERE ends_before IS NULL AND ends_planned_on < :today
    """,
    remedy="look",
    severity="notice",
)
group.sql(
    "holder-no-member",
    "Who holds a post is a member.",
    """
    SELECT t.opened_by_id AS effect, t.person_id AS person, t.post_id AS post FROM tenure t
    WHERE t.ends_before IS NULL AND t.starts_on <= :today AND NOT EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = t.person_id AND m.ends_before IS NULL)
    """,
    remedy="look",
    severity="notice",
)
group.sql(
    "many-posts",
    "Nobody holds more than five posts at once.",
    """
    SELECT MAX(opened_by_id) AS effect, person_id AS person, COUNT(*) AS count FROM tenure
    WHERE ends_before IS NULL GROUP BY person_id HAVING COUNT(*) > 5
    """,
    remedy="look",
    severity="notice",
)
