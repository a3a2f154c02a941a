"""Stories told by several outlets,
with contradictions and what only looks like them: each mark `{c1|…}` is one account of a thing on
which outlets contradict each other, each `{l1|…}` one of what may look so, and can all be true.
"""

from __future__ import annotations

import re

import pytest

from newsrecon import Article, reconcile

MARK = re.compile(r"\{(?P<label>\w+)\|(?P<text>[^{}]*)\}")

FIRE = """
== 2026-01-09 Metro
A fire tore through the Hotel Bristol in Port Alma on Thursday night.
{c1|Two children died in the fire}. {c2|The fire started in the kitchen}, the fire chief, Dan Okafor, said.
{c3|The sprinklers did not work}.
{c4|The fire exits were locked}, guests said. {l1|Firefighters arrived within six minutes}.
{c5|The owner, Victor Lasz, was arrested on Friday}.
{c6|The hotel was built in 1911}. {l2|Ten guests jumped from windows}. It took firefighters four hours to put out the fire.
A guest alerted the fire brigade. {l3|Lasz owns three hotels}. {l4|A cook was treated for burns}. {c9|The hotel was insured}.
{l5|Okafor did not rule out arson}.
== 2026-01-09 Port Alma Herald
{c1|No child has died}, the health ministry said.
{c2|The fire broke out in a bedroom on the third floor}, Okafor's deputy said.
{c3|The sprinklers worked}, the owner said. {c4|The exits were open}, Lasz said.
{c5|Lasz has not been arrested}, his lawyer, Ines Mota, said.
{c6|The hotel was built in 1923}. {l1|The first ambulance arrived after 15 minutes}.
Firefighters brought the blaze under control within an hour.
The night porter called the fire brigade. {l2|One guest jumped from the roof}. {l3|Lasz bought a hotel in Lisbon in 2020}.
{c9|The hotel was not insured}. {l4|A waiter was treated for smoke}. {l5|Arson is one possibility}, police said.
== 2026-01-10 Night Desk
{l6|The fire was out by Friday noon}. {l6|The fire at the Hotel Savoy in 2003 was out within an hour}.
{l7|A third victim died on Saturday}.
"""

THEFT = """
== 2026-11-02 Art Journal
Thieves stole a painting by the Dutch master Pieter Claesz from a museum in Ghent on Sunday.
Two men entered the museum through a window. {c2|The painting is worth 8 million euros}.
{c3|The alarm went off}, a guard, Tom Wils, said.
{c4|The thieves fled in a white van}. The guard was tied up. {l1|The painting was stolen once before, in 1978}.
{c6|The museum was closed at the time}.
{c7|The painting was recovered on Monday}. {l2|Police are looking for a woman}. The thieves carried guns.
{l3|The museum owns 60 paintings}.
{l4|The museum bought the painting in 1934}. The director, Els Maes, has resigned.
== 2026-11-03 Flanders Today
Three men entered the museum through the main door. {c2|The painting is worth about 2 million euros}, an expert said.
{c3|The alarm did not go off}.
{c4|The thieves escaped on motorcycles}. The guard was asleep, police said.
{c6|The museum was open}, and visitors saw the thieves.
{c7|The painting is still missing}, police said on Tuesday. The thieves were unarmed.
{l1|Another painting was stolen from the museum in 2003}.
{l2|Police questioned a woman and let her go}. {l3|The museum shows 200 works}. {l4|The museum sold a painting in 1935}.
Maes will stay on as director, the city said.
"""

COMET = """
== 2026-08-03 Science Today
Researchers at the University of Aldbury say they have found water on the asteroid Tyr.
{c1|The probe landed on Tyr on 14 July}, the agency said.
{c2|The rock samples contain water}, the head of the team, Mia Torvald, said.
{c3|The asteroid is 4 kilometres wide}. {c4|The mission cost 300 million euros}. {l1|The probe was launched in 2019}.
The probe lost contact with Earth for nine hours. {l2|Torvald published her findings in a journal}.
{c6|The drill was damaged on landing}. {l3|The asteroid will pass Earth in 2031}. The samples will be returned to Earth.
{l4|Other asteroids contain no water}. {c8|Torvald discovered the asteroid in 2008}.
== 2026-08-03 The Observer of the Skies
{c1|The probe landed on 16 July}. {c2|The samples contain no water}, a chemist, Raj Pillai, said.
{c3|The asteroid is only 1.5 kilometres wide}.
{c4|The mission cost more than half a billion euros}. The probe was out of contact for two days.
{c6|The drill was not damaged}, the agency said. The samples will stay on the asteroid.
{c8|Pillai discovered the asteroid in 2008}.
{l1|The rocket was launched in 2018 on a test flight}. {l2|Pillai has published no findings}.
{l3|The asteroid passed Earth in 2012}.
{l4|Some comets contain water}. {l5|The probe could be sent to another asteroid}. {l5|The probe will not be sent home}.
"""


def read(story):
    """The articles of a story without the marks, and for each mark its label, its article and its place."""
    articles, marks = [], []
    for block in re.split(r"(?m)^== ", story)[1:]:
        head, body = block.split("\n", 1)
        day, source = head.split(" ", 1)
        body, text, place = body.strip().replace("\n", "\n\n"), "", 0
        for match in MARK.finditer(body):
            text += body[place : match.start()] + match["text"]
            marks.append((match["label"], source, len(text) - len(match["text"]), len(text)))
            place = match.end()
        articles.append(Article(text + body[place:], id=source, source=source, published=day))
    return articles, marks


def labels(claims, marks):
    """Of which marks some claims hold the half, with the source."""
    found = set()
    for label, source, start, end in marks:
        for mention in (claim.mention for claim in claims if claim.mention.source == source):
            shared = min(end, mention.span.end) - max(start, mention.span.start)
            if 2 * shared >= min(end - start, mention.span.end - mention.span.start):
                found.add((label, source))
    return found


def disputed(story):
    """The labels on which two sources contradict each other, and how many disputes are of none of them."""
    articles, marks = read(story)
    found, others = set(), 0
    reconciled = reconcile(articles, strict=True)
    claims = {claim.id: claim for claim in reconciled.claims}
    for cluster in reconciled.disputed:
        told = [labels([claims[one] for one in variant.claims], marks) for variant in cluster.variants]
        here = {
            label
            for variant, mine in zip(cluster.variants, told, strict=True)
            for other in variant.conflicts
            for label, source in mine
            for theirs, elsewhere in told[other]
            if label == theirs and source != elsewhere
        }
        found |= here
        others += not here
    return found, others


@pytest.mark.parametrize("story", [FIRE, THEFT, COMET], ids=["fire", "theft", "comet"])
def test_what_outlets_contradict_each_other_on_is_found_and_nothing_else(story):
    planted = {label for label, *_ in read(story)[1] if label.startswith("c")}
    assert disputed(story) == (planted, 0)
