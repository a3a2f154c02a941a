"""Names that must never be made one: kin, namesakes, father and son, company and founder, city and club."""

from __future__ import annotations

import pytest

from newsrecon import Article
from newsrecon.extractors.aliases import extract_claims
from newsrecon.reconciliation.names import register

KIN = (
    ("Anna Berg", "Otto Berg"),
    ("Anna Berg", "Olga Berg"),
    ("Jakob Lund", "Jakub Lind"),
    ("Eric Lund", "Erica Lund"),
    ("Paul Ito", "Paula Ito"),
    ("Daniel Orr", "Danielle Orr"),
    ("Carl Orr", "Carla Orr"),
    ("Jean Orr", "Joan Orr"),
    ("Ali Tariq", "Ala Tariq"),
    ("Hassan Tariq", "Hussein Tariq"),
    ("Mohammed Tariq", "Mahmoud Tariq"),
    ("Marina Petrova", "Mario Petrov"),
    ("Ivan Petrov", "Ivana Petrova"),
    ("Maria Santos", "Mario Santos"),
)
GENERATIONS = (
    ("George Hartley Jr.", "George Hartley Sr."),
    ("Louis Hartley II", "Louis Hartley III"),
    ("Salem bin Tariq", "Tariq bin Salem"),
    ("Omar ibn Hamad", "Hamad ibn Omar"),
    ("George H. Hartley", "George W. Hartley"),
    ("John F. Marlow", "John D. Marlow"),
)
NAMESAKES = (
    ("Anna Berg", "Hanna Berg"),
    ("Anna Berg", "Anna Bergman"),
    ("Anna Lind", "Anna Lindt"),
    ("Anna Holt", "Anna Holm"),
    ("Peter Hansen", "Peter Jansen"),
    ("Martin Keller", "Martin Heller"),
    ("Jan Novak", "Jan Nowicki"),
    ("Ann Lee", "Ang Lee"),
    ("Li Peng", "Li Ping"),
    ("Chen Wei", "Chen Wen"),
    ("Kim Chol Sam", "Kim Chol Nam"),
    ("Alexander Lukashevich", "Alexander Lukashenko"),
    ("Dow Jones", "Paula Jones"),
)
FOUNDERS = (
    ("Henry Ford", "Ford Motor Company"),
    ("Walter Nokora", "Nokora Inc."),
    ("Anna Berg", "Berg Industries"),
    ("Otto Lund", "Lund & Sons"),
    ("Otto Lund", "Lund Bank"),
    ("Betty Hartley", "Betty Hartley Center"),
    ("Anna Berg", "Anna Berg Foundation"),
    ("Nokora", "Nokora Foundation"),
    ("Apple Corps", "Apple Inc."),
)
CITIES = (
    ("Marlow", "Marlow United"),
    ("Chicago", "Chicago Bears"),
    ("Boston", "Boston Globe"),
    ("Oslo", "University of Oslo"),
    ("New York", "New York Times"),
    ("Madrid", "Real Madrid"),
    ("Washington", "George Washington"),
    ("Paris", "Paris Hilton"),
    ("Houston", "Whitney Houston"),
    ("Jordan", "Michael Jordan"),
    ("Georgia", "Georgia Lund"),
)
BODIES = (
    ("Manchester United", "Manchester City"),
    ("Chicago Bears", "Chicago Bulls"),
    ("Boston Celtics", "Boston Bruins"),
    ("Marlow Times", "Marlow Tribune"),
    ("Marlow Police", "Marlow Police Federation"),
    ("Marlow High School", "Marlow Law School"),
    ("First Marlow Bank", "Second Marlow Bank"),
    ("Bank of Norway", "Bank of Sweden"),
    ("China Construction Bank", "China Merchants Bank"),
    ("Ministry of Health", "Ministry of Justice"),
    ("University of Oslo", "University of Bergen"),
    ("Supreme Court of Norway", "High Court of Norway"),
    ("Democratic Party", "Republican Party"),
    ("World Bank", "World Health Organization"),
    ("Olympic Committee", "Paralympic Committee"),
    ("INS Marlow", "Indian Naval Ship Harlow"),
    ("Air Force", "Air France"),
)
COUNTRIES = (
    ("North Korea", "South Korea"),
    ("North Carolina", "South Carolina"),
    ("Virginia", "West Virginia"),
    ("Sudan", "South Sudan"),
    ("Ireland", "Northern Ireland"),
    ("York", "New York"),
    ("Mexico", "New Mexico"),
    ("Guinea", "Equatorial Guinea"),
    ("Guinea", "Papua New Guinea"),
    ("Dominica", "Dominican Republic"),
    ("Congo", "Democratic Republic of the Congo"),
    ("Austria", "Australia"),
    ("Slovakia", "Slovenia"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
)
CULTURES = (
    ("José Ortega Marlo", "Luis Ortega Marlo"),
    ("Jón Gunnarsson", "Gunnar Jónsson"),
    ("Guðrún Jónsdóttir", "Sigrún Jónsdóttir"),
    ("Abdul Karim Tariq", "Abdul Rahim Tariq"),
    ("Tariq Abdul Karim", "Tariq Omar Karim"),
    ("Abu Hassan al-Marlowi", "Abu Hamza al-Marlowi"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Zhang Wei", "Zhang Min"),
    ("Tran Van Duc", "Tran Van Loc"),
    ("R. V. Marlowan", "R. K. Marlowan"),
    ("Hans Friedrich", "Friedrich Hans"),
    ("Chidi Nwora", "Chidiebere Nwosu"),
    ("Mark Orr", "Martin Orr"),
    ("Jan van der Marl", "Piet van der Marl"),
    ("João da Silva Marlo", "Paulo da Silva Marlo"),
    ("Kwame Osei Marlo", "Kofi Osei Marlo"),
    ("Nagy Ferenc", "Nagy Imre"),
)
NUMBERED = (
    ("Fifth Battalion", "Sixth Battalion"),
    ("First Army", "Third Army"),
    ("Second Circuit", "Ninth Circuit"),
    ("First Marlow Regiment", "Third Marlow Regiment"),
)
HOUSES = (
    ("St. Mary's Hospital", "St. Mark's Hospital"),
    ("St. Mary's Hospital", "St. Mary's College"),
    ("King Alfred's College", "King Edward's College"),
    ("Marlow University", "Marlow State University"),
    ("HMS Marlow", "HMS Harlow"),
    ("USS Marlow", "HMS Marlow"),
    ("Nokora Mining", "Nokora Shipping"),
    ("Nokora plc", "Nokora Foundation"),
    ("Lake Marlow", "Mount Marlow"),
    ("Helmholtz Institute for Physics", "Helmholtz Institute for Chemistry"),
)
ONES_OWN = (
    ("Phil Ford", "Ford"),
    ("Anna Nike", "Nike"),
    ("Otto Siemens", "Siemens"),
)
APART = (
    *CULTURES,
    *NUMBERED,
    *HOUSES,
    *ONES_OWN,
    *KIN,
    *GENERATIONS,
    *NAMESAKES,
    *FOUNDERS,
    *CITIES,
    *BODIES,
    *COUNTRIES,
)


@pytest.mark.parametrize(("one", "two"), APART)
def test_look_alikes_of_two_articles_are_two_names(one, two):
    read = [
        Article(f"They spoke about {one} on Friday. It rained.", id="1"),
        Article(f"Later they spoke about {two} at length. It rained.", id="2"),
    ]
    claims = [claim for article in read for claim in extract_claims(article)]
    assert {claim.mention.text for claim in claims} >= {one, two}
    articles = {claim.id: claim.mention.article for claim in claims}
    for name in register(claims).names:
        assert len({articles[claim] for claim in name.claims}) == 1, [link.reason for link in name.because]


def test_the_look_alikes_are_many():
    assert len(set(APART)) >= 110
