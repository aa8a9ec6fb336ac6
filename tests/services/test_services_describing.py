"""An article whose source nobody can complete, or a figure with no property to state it, would stay unpublished."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from services_project import Project

from maeditor.domain.errors import StaleRecordError, ValueTextError
from maeditor.domain.properties import Family, Kind, Property
from maeditor.domain.values import Quantity
from maeditor.services import annotating, library, undoing
from maeditor.services.annotating import FactDraft, FactStatement
from maeditor.services.cataloguing import add_property, key_of, units_of
from maeditor.services.describing import ArticleDetails, describe_article

SPEED = Property("", 1, "", "Vitesse du train", "Train speed", Kind.QUANTITY, Family.ATTRIBUTE, "speed", (), "")


def test_a_missing_source_is_completed_and_can_be_taken_back(project: Project) -> None:
    article = library.open_article(project.runner, project.article_id).article
    details = ArticleDetails(article.title, "La Rive", "N. R.", "2026-05", "https://larive.example/a", "fr")
    describe_article(project.runner, article.id, article.version, details)
    told = library.open_article(project.runner, article.id).article
    assert (told.publisher, told.author, told.published, told.text_id) == (
        "La Rive",
        "N. R.",
        "2026-05",
        article.text_id,
    )
    undoing.undo(project.runner)
    assert library.open_article(project.runner, article.id).article.publisher == article.publisher


def test_a_date_that_is_none_is_refused(project: Project) -> None:
    article = library.open_article(project.runner, project.article_id).article
    with pytest.raises(ValueTextError):
        describe_article(project.runner, article.id, article.version, ArticleDetails("T", published="hier"))


def test_details_that_somebody_changed_meanwhile_are_not_overwritten(project: Project) -> None:
    article = library.open_article(project.runner, project.article_id).article
    describe_article(project.runner, article.id, article.version, ArticleDetails("Autre titre"))
    with pytest.raises(StaleRecordError):
        describe_article(project.runner, article.id, article.version, ArticleDetails("Le mien"))


def test_a_project_states_facts_with_a_property_of_its_own(project: Project) -> None:
    units = units_of("speed")
    add_property(project.runner, replace(SPEED, units=units, base_unit=units[0]))
    key = key_of(SPEED.label_fr)
    assert key == "vitesse_du_train"
    assert key in {each.key for each in library.properties(project.runner)}
    statement = FactStatement(key, "Rifdata", Quantity.of(Decimal(120), units[0]))
    draft = FactDraft(project.article_id, project.span("120 mégawatts"), statement)
    done = annotating.record_fact(project.runner, draft)
    view = library.fact_view(project.runner, done.record_ids("facts")[0])
    assert (view.property.label_en, view.fact.norm_unit) == ("Train speed", units[0])


@pytest.mark.parametrize(
    "draft",
    [
        replace(SPEED, label_fr=" "),
        replace(SPEED, units=("MW",), base_unit="MW"),
        replace(SPEED, key="capacity_power", units=units_of("speed"), base_unit=units_of("speed")[0]),
    ],
)
def test_a_property_that_makes_no_sense_is_refused_in_words(project: Project, draft: Property) -> None:
    with pytest.raises(ValueTextError):
        add_property(project.runner, draft)
