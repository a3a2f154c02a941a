"""What names are made of and stand beside: countries, given names, titles, roles, heads of organisations, common words.

The words live in data files; each is read once, when it is first asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from attrs import frozen

from newsrecon.language_data import data_table, data_text

__all__ = [
    "Clubs",
    "Organisations",
    "PlaceTerms",
    "Titles",
    "adjectives",
    "capitals",
    "clubs",
    "common_words",
    "countries",
    "demonyms",
    "family_endings",
    "family_first",
    "family_names",
    "given_names",
    "one_ground",
    "organisations",
    "parts_of_countries",
    "place_kinds",
    "place_terms",
    "places",
    "surroundings",
    "titles",
    "words_with_capitals",
]


@cache
def common_words() -> frozenset[str]:
    """English words that a capital alone does not make a name, in lower case."""
    return frozenset(
        word for line in data_text("common_words.txt").split("\n") if not line.startswith("#") for word in line.split()
    )


@cache
def words_with_capitals(group: str) -> frozenset[str]:
    """A group of words that are written with a capital and are no names: `calendar`, `adjectives`, `particles`, …"""
    words: str = data_table("capitals")[group]
    return frozenset(word.replace("\u00a0", " ") for word in words.split())


@cache
def surroundings(group: str) -> frozenset[str]:
    """A group of words beside a name that tell what it names: `in_places`, `people`, `called`, …"""
    words: str = data_table("titles")["surroundings"][group]
    return frozenset(words.split())


@cache
def countries() -> Mapping[str, str]:
    """The code of each country by its names in lower case."""
    listed = {name.lower(): code for code, row in data_table("countries").items() for name in row["names"]}
    standard = {name.lower(): code for code, name in data_table("territories").items()}
    return {**standard, **{name.replace("&", "and"): code for name, code in standard.items()}, **listed}


@cache
def country_names() -> Mapping[str, str]:
    """The name used for each country code."""
    return {**data_table("territories"), **{code: row["names"][0] for code, row in data_table("countries").items()}}


@cache
def adjectives() -> Mapping[str, str]:
    """The country code of each adjective of nationality, in lower case: *afghan*."""
    return {name.lower(): code for code, row in data_table("countries").items() for name in row["adjectives"]}


@cache
def demonyms() -> Mapping[str, str]:
    """The country code of each adjective and each word for a country's people, in lower case: *afghan*, *afghans*."""
    people = {name.lower(): code for code, row in data_table("countries").items() for name in row["people"]}
    return {**people, **adjectives()}


@cache
def capitals() -> Mapping[str, str]:
    """The country code of each capital, in lower case: *kabul*."""
    return {name.lower(): code for code, row in data_table("countries").items() for name in row["capitals"]}


@cache
def places() -> frozenset[str]:
    """Countries, capitals, states, cities and regions, in lower case."""
    listed = {name.lower() for kind in ("states", "regions", "cities") for name in data_table("places")[kind]}
    return frozenset(listed | countries().keys() | capitals().keys())


@cache
def place_kinds() -> Mapping[str, str]:
    """What each place is, a `country`, a `state` or a `city`, in lower case; without those that are two of these."""
    kinds = {
        "country": [name.lower() for row in data_table("countries").values() for name in row["names"]],
        "city": [*capitals(), *(name.lower() for name in data_table("places")["cities"])],
        # Shortened forms (*Mass.*) stand beside a city, and tell no place by themselves.
        "state": [name.lower() for name in data_table("places")["states"] if not name.endswith(".")],
    }
    found = {name: kind for kind, names in kinds.items() for name in names}
    return {name: kind for name, kind in found.items() if sum(name in names for names in kinds.values()) == 1}


@cache
def one_ground() -> Mapping[str, frozenset[int]]:
    """By the name of a place, in lower case, which groups it is of: two of one group may be one place, or lie in each other."""
    found: dict[str, frozenset[int]] = {}
    for number, names in enumerate(data_table("places")["one_ground"]):
        for name in names.lower().split(", "):
            found[name] = found.get(name, frozenset()) | {number}
    return found


@cache
def parts_of_countries() -> frozenset[tuple[str, str]]:
    """Pairs of codes of a country and of what is part of it, or held to be by some."""
    rows = [codes.split() for codes in data_table("places")["parts"]]
    return frozenset((whole, part) for whole, *parts in rows for part in parts)


@frozen
class Clubs:
    """Sports clubs that are called by plain words; see `clubs.toml`."""

    names: frozenset[tuple[str, ...]]
    """Their names without their place, word by word."""
    telling: frozenset[str]
    """Words of sport that tell that such a word is a club."""


@cache
def clubs() -> Clubs:
    """Clubs called by plain words: *saints*, *red sox*."""
    table = data_table("clubs")
    return Clubs(
        frozenset(tuple(name.split("_")) for name in table["names"].split()), frozenset(table["telling"].split())
    )


@cache
def given_names() -> Mapping[str, str]:
    """Given names in lower case, each with the gender it tells: `m`, `f`, or an empty string."""
    found: dict[str, str] = {}
    for group in ("census", "world"):
        table = data_table("given_names")[group]
        for key, gender in (("male", "m"), ("female", "f"), ("either", "")):
            for name in table[key].split():
                known = found.setdefault(name.lower(), gender)
                if known != gender:
                    found[name.lower()] = ""
    return found


@cache
def family_names() -> frozenset[str]:
    """Frequent family names, in lower case."""
    table = data_table("given_names")
    return frozenset(name.lower() for group in ("census", "world") for name in table[group]["family"].split())


@cache
def family_endings() -> tuple[str, ...]:
    """How family names end that are hardly anything else's: *-enko*, *-sson*."""
    endings: str = data_table("given_names")["endings"]["family"]
    return tuple(endings.split())


@cache
def family_first() -> frozenset[str]:
    """Family names that stand before the given name, in lower case: *xi*, *kim*."""
    names: str = data_table("given_names")["order"]["family_first"]
    return frozenset(names.split())


@frozen
class Titles:
    """Words that tell what a person is, in lower case; see `titles.toml`."""

    honorifics: Mapping[str, str]
    """Forms of address, each with the gender it tells: `m`, `f`, or an empty string."""
    heads: frozenset[str]
    abbreviations: frozenset[str]
    """Titles in capitals only, before a given name: *PM*."""
    shortened: Mapping[str, str]
    """What offices in capitals stand for: *pm*, *prime minister*."""
    modifiers: frozenset[str]
    divisions: frozenset[str]
    """Words that end a place in front of an office: *county*."""
    roles: frozenset[str]
    gendered: Mapping[str, str]
    of_organisations: frozenset[str]
    of_firms_too: frozenset[str]
    """Roles of people that firms have as well: *the broadcaster*."""
    passing: frozenset[str]
    past: frozenset[str]
    """Words that say a role is over: *former*."""
    sole: frozenset[str]
    """Offices that one person at a time holds."""
    public: frozenset[str]
    """Offices of a state or a town."""
    doers: Mapping[str, str]
    """What those who do something to a body are of it, by the verb: *heads*, *head*."""
    voices: frozenset[str]
    """Who speaks for a body: *spokesman*."""
    bodies: frozenset[str]
    """Bodies of two words that stand before an office: *coast guard*."""
    posts: frozenset[str]
    """Public offices of several words that their last word alone does not tell: *surgeon general*."""
    ranks: frozenset[str]
    """Words that put an office below the one without them: *deputy*."""
    portfolios: Mapping[str, str]
    """What an office is about, each word with the one it counts as: *defense*, *defence*."""
    addresses: frozenset[str]
    """Honorifics that stand before a single family name."""
    suffixes: Mapping[str, str]
    """*jr*, *sr* and figures behind a name, each with the one form it counts as."""
    behind: frozenset[str]
    """Titles, degrees and honours that stand behind a name: *phd*, *obe*."""
    joined: Mapping[str, str]
    """Words that make one with the next word of a name, each with the one form it counts as: *abdul*."""


@cache
def titles() -> Titles:
    """Titles before names and roles beside them."""
    table = data_table("titles")
    honorifics = table["honorifics"]
    roles = table["roles"]
    genders = {"male": "m", "female": "f", "either": ""}
    return Titles(
        honorifics={word: gender for key, gender in genders.items() for word in honorifics[key]},
        heads=frozenset(table["titles"]["heads"]),
        abbreviations=frozenset(table["titles"]["abbreviations"]),
        shortened=table["titles"]["shortened"],
        modifiers=frozenset(table["titles"]["modifiers"]),
        divisions=frozenset(table["titles"]["divisions"]),
        roles=frozenset(roles["nouns"]),
        gendered={word: genders[key] for key in ("male", "female") for word in roles[key]},
        of_organisations=frozenset(roles["of_organisations"]),
        of_firms_too=frozenset(roles["of_firms_too"]),
        passing=frozenset(roles["passing"]),
        past=frozenset(roles["past"]),
        sole=frozenset(roles["sole"]),
        public=frozenset(roles["public"]),
        doers=roles["doers"],
        voices=frozenset(roles["voices"]),
        bodies=frozenset(roles["bodies"]),
        posts=frozenset(roles["posts"]),
        ranks=frozenset(roles["ranks"]),
        portfolios={word: portfolio for portfolio, words in table["portfolios"].items() for word in words},
        addresses=frozenset(honorifics["addresses"]),
        suffixes=table["parts"]["suffixes"],
        behind=frozenset(table["parts"]["behind"]),
        joined=table["parts"]["joined"],
    )


@frozen
class Organisations:
    """How organisations are named, in lower case; see `organisations.toml`."""

    heads: Mapping[str, str]
    """Last words of names, each with the type it tells: `organization`, `place` or `other`."""
    first_words: Mapping[str, str]
    """First words of names of several words, each with the type it tells."""
    beside_namesakes: frozenset[str]
    """Heads of bodies that stand beside another of the same name: *Ford Foundation*."""
    houses: frozenset[str]
    """Heads of houses that are called after a patron: *St Mary's Hospital*."""
    numbered: frozenset[str]
    """Heads that a number alone tells from others: *Fifth Battalion*."""
    before_of: frozenset[str]
    before_on: frozenset[str]
    never_before_for: frozenset[str]
    institutions: frozenset[str]
    small_institutions: frozenset[str]
    governments: frozenset[str]
    """What rules a country, as it is described: *government*, *authorities*."""
    same_institution: Mapping[str, str]
    after_name: Mapping[str, str]
    """Heads written small that belong to the name before them, each with its type."""
    beside_abbreviations: frozenset[str]
    """Those of them that do not belong to an abbreviation: *ISNA news agency*."""
    periodicals: frozenset[str]
    """Titles of persons that papers are often called by: *The Marlow Reporter*."""
    legal_forms: Mapping[str, str]
    leading_forms: frozenset[str]
    """Legal forms that also stand first."""
    generic: frozenset[str]
    same_word: Mapping[str, str]
    same_last: Mapping[str, str]
    """What stands for another word at the end of a name only: *St.*, *Street*."""
    known: Mapping[str, str]
    """Well-known names as they are written, each with its type."""
    abbreviations: Mapping[str, str]
    after_on: frozenset[str]


@cache
def organisations() -> Organisations:
    """Heads, legal forms, institutions, well-known names and abbreviations."""
    table = data_table("organisations")
    institutions = table["institutions"]
    heads: dict[str, str] = {}
    for kind in ("other", "place", "organization"):
        heads.update(dict.fromkeys(table["heads"][kind], kind))
    for kind in ("place", "other"):
        heads.update(dict.fromkeys(set(table["heads"][kind]) - set(table["heads"]["organization"]), kind))
    known = {name: kind for kind in ("other", "organization") for name in table["known"][kind]}
    small = frozenset(institutions["small"])
    same = institutions["same"]
    return Organisations(
        heads=heads,
        first_words={word: kind for kind, words in table["heads"]["first"].items() for word in words},
        beside_namesakes=frozenset(table["heads"]["beside_namesakes"]),
        houses=frozenset(table["heads"]["houses"]),
        numbered=frozenset(table["heads"]["numbered"]),
        before_of=frozenset(table["heads"]["before_of"]),
        before_on=frozenset(table["heads"]["before_on"]),
        never_before_for=frozenset(table["heads"]["never_before_for"]),
        institutions=frozenset(institutions["heads"]) | small | frozenset(same) | frozenset(same.values()),
        small_institutions=small,
        governments=frozenset(institutions["governments"]),
        same_institution=same,
        after_name={head: kind for kind, found in institutions["after_name"].items() for head in found},
        beside_abbreviations=frozenset(institutions["beside_abbreviations"]),
        periodicals=frozenset(table["known"]["periodicals"]),
        legal_forms={word: form for form, words in table["legal_forms"].items() for word in words},
        leading_forms=frozenset(table["leading_forms"]["words"]),
        generic=frozenset(table["generic"]["words"]),
        same_word=table["generic"]["same"],
        same_last=table["generic"]["same_last"],
        known=known,
        abbreviations=table["abbreviations"],
        after_on=frozenset(table["known"]["after_on"]),
    )


@frozen
class PlaceTerms:
    """What places are called by kind, folded, and Wade and Giles's syllables; see `place_terms.toml`."""

    kinds: Mapping[str, str]
    """Words for kinds of places, each with its kind: *jabal*, *mount*."""
    left_out: frozenset[str]
    """Words for settlements that may be left out."""
    chinese: frozenset[str]
    """Those of them that stand last in Chinese names."""
    small: frozenset[str]
    """Articles and the like."""
    initials: Mapping[str, str]
    soft: Mapping[str, str]
    """Initials that differ before *i* and *ü*."""
    finals: Mapping[str, str]
    whole: Mapping[str, str]
    """Syllables that are no sum of their parts."""
    korean: Mapping[str, str]
    """Letters for Korean sounds that two romanizations write in two ways, each with the one it counts as, the longer first."""


@cache
def place_terms() -> PlaceTerms:
    """Kinds of places in several languages, the syllables of Wade and Giles, and Korean sounds."""
    table = data_table("place_terms")
    chinese, settlements = (frozenset(table["left_out"][key].split()) for key in ("chinese", "settlement"))
    return PlaceTerms(
        kinds={word: kind for kind, words in table["kinds"].items() for word in words.split()}
        | dict.fromkeys(settlements | chinese, "settlement"),
        left_out=settlements | chinese,
        chinese=chinese,
        small=frozenset(table["small"]["words"].split()),
        korean=table["korean"]["sounds"],
        **table["wade_giles"],
    )
