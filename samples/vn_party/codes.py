"""The words of the rule book that the story uses: kinds of units, act types, offices. One place to change them."""

PARTY = "party"
CENTRAL_COMMITTEE = "central_committee"
POLITBURO = "politburo"
SECRETARIAT = "secretariat"
CENTRAL_ORGANISING = "central_organising_committee"
CENTRAL_OFFICE = "central_office"
LOCAL_DEPARTMENT = "local_department"

PROVINCE = "provincial_org"
CITY = "municipal_org"
CITY_COMMITTEE = "city_committee"
PROVINCE_COMMITTEE = "provincial_committee"
PROVINCE_STANDING = "provincial_standing_committee"
PROVINCE_ORGANISING = "provincial_organising_committee"
PROVINCE_OFFICE = "provincial_office"
PROVINCE_INSPECTION = "provincial_inspection_commission"
DISTRICT, BLOC, COMMUNE = "district_org", "bloc_org", "commune_org"
DISTRICTS = (DISTRICT, BLOC, COMMUNE)
"""What stands between province and grassroots: districts until June 2025, communes from July 2025."""
COMMUNE_COMMITTEE = "commune_committee"
DISTRICT_COMMITTEES = ("district_committee", "bloc_committee", COMMUNE_COMMITTEE)
GRASSROOTS = "grassroots_org"

CENTRAL_MEMBER = "central_member"
GENERAL_SECRETARY = "general_secretary"
POLITBURO_MEMBER = "politburo_member"
SECRETARIAT_PERMANENT = "secretariat_permanent"
CENTRAL_HEAD = "central_head_organising"
CENTRAL_DEPUTY_HEAD = "central_deputy_head_organising"
CENTRAL_CHIEF = "central_chief_of_office"
DIRECTOR = "department_director"

SECRETARY = "provincial_secretary"
DEPUTY = "provincial_deputy_secretary"
STANDING = "provincial_standing_member"
COMMITTEE = "provincial_committee_member"
HEAD = "head_organising"
DEPUTY_HEAD = "deputy_head_organising"
CHIEF = "chief_of_office"
DEPUTY_CHIEF = "deputy_chief_of_office"
INSPECTION_CHAIR = "inspection_chair"
INSPECTION_MEMBER = "inspection_member"
DISTRICT_SECRETARY = "district_secretary"
DISTRICT_DEPUTY = "district_deputy_secretary"
DISTRICT_STANDING = "district_standing_member"
DISTRICT_MEMBER = "district_committee_member"
COMMUNE_SECRETARY = "commune_secretary"
COMMUNE_DEPUTY = "commune_deputy_secretary"
COMMUNE_MEMBER = "commune_committee_member"
CELL_SECRETARY = "grassroots_secretary"
CELL_DEPUTY = "grassroots_deputy_secretary"

IN_COMMUNES = {
    DISTRICT_SECRETARY: COMMUNE_SECRETARY,
    DISTRICT_DEPUTY: COMMUNE_DEPUTY,
    DISTRICT_MEMBER: COMMUNE_MEMBER,
}
"""The office of a commune that answers to one of a district."""
DISTRICT_SIGNERS = (DISTRICT_SECRETARY, DISTRICT_DEPUTY, COMMUNE_SECRETARY, COMMUNE_DEPUTY)
ORGAN_SIGNERS = (HEAD, CHIEF, INSPECTION_CHAIR)
"""Offices that must not stand empty, because somebody has to sign."""
REAPPOINTED = (HEAD, DEPUTY_HEAD, CHIEF, DEPUTY_CHIEF, INSPECTION_CHAIR)
"""Offices held for five years from the appointment."""
ELECTED = (
    COMMITTEE,
    DISTRICT_SECRETARY,
    DISTRICT_DEPUTY,
    DISTRICT_STANDING,
    COMMUNE_SECRETARY,
    COMMUNE_DEPUTY,
)
SPECIAL = INSPECTION_MEMBER
"""The office whose posts the ordinary course leaves alone: neighbour cases use them."""

RESOLUTION, CONCLUSION = "resolution", "conclusion"
DECISION, REGULATION = "decision", "regulation"
DIRECTIVE, CIRCULAR, GUIDANCE = "directive", "circular", "guidance"
PLAN, DISPATCH, PROGRAMME = "plan", "dispatch", "programme"
SCHEME, REPORT, NOTICE = "scheme", "report", "notice"

CONCRETISES, AMENDS, REPLACES = "concretises", "amends", "replaces"
REFERS, WITHDRAWS, ANSWERS, PART_OF = "refers", "withdraws", "answers", "part_of"
HALF_YEAR, YEAR = "half-year", "year"
