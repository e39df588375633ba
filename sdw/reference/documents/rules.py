"""The rules of calculation and of telling that Verantwoording prints, each with the tests that hold it.

What is not in `tests` is not said: a rule without a test does not exist. The sentence of a rule is
`page.verantwoording.rules.<name>`; each of its tests carries `@pytest.mark.rule("<name>")`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. tests: what turns red where it is broken, as '<file in tests>::<function>'."""

    name: str
    tests: tuple[str, ...]


_PUBLISHED = "production/publishing/test_publish_rules.py"
_OUTCOMES = "production/publishing/test_publish_outcomes.py"
_PACE = "production/publishing/test_pace_published.py"
_PACE_SAID = "dissemination/figures/test_sentences_pace.py"
_BOUNDS = "production/publishing/test_bounds.py"
_COMPARED = "production/publishing/test_comparing.py"
_ABSENCE = "dissemination/ui/test_absence_page.py"
_IPS = "dissemination/ui/test_ui_ips.py"
_PAGES = "dissemination/ui/test_ui_pages.py"
_DRAWN = "dissemination/ui/test_ui_html.py"
_EXAMPLE = "dissemination/ui/test_example_word.py"
_WORDS = "dissemination/ui/test_ui_words.py"
_TEXTS = "text/test_texts_and_sources.py"
_TREND = "statistics/test_statistics_trend.py"


def _in(file: str, *names: str) -> tuple[str, ...]:
    return tuple(f"{file}::test_{name}" for name in names)


#: In the order of the page.
ALL: tuple[Rule, ...] = (
    Rule(
        "both_targets",
        _in(
            _TEXTS,
            "b5_both_stand_side_by_side_by_their_own_names",
            "b5_every_sentence_with_3500_for_durable_says_that_it_is_ours",
        )
        + _in(_WORDS, "the_nation_is_told_with_both_targets_and_its_coverage"),
    ),
    Rule(
        "carried_out",
        _in("test_data_examples.py", "2023_carried_out_in_31_regions_is_6778_and_4900_run_at_its_end")
        + _in("production/steward/test_cli.py", "the_examples_agree_with_the_published_national_figures"),
    ),
    Rule(
        "coverage",
        _in(_PAGES, "the_first_page_says_both_targets_and_their_coverage")
        + _in(_WORDS, "the_nation_is_told_with_both_targets_and_its_coverage"),
    ),
    Rule(
        "never_zero",
        _in(_PUBLISHED, "a_missing_region_is_not_delivered_never_zero")
        + _in(_WORDS, "zero_unknown_and_hidden_never_read_alike"),
    ),
    Rule(
        "bounds",
        _in(_PUBLISHED, "the_nation_says_how_many_regions_are_in_it_and_what_the_rest_could_be")
        + _in(
            _BOUNDS,
            "b2_no_bound_is_contradicted_by_the_same_edition",
            "b3_there_is_no_upper_bound_under_twenty_regions_and_never_the_count_itself",
            "b3_the_words_say_could_be_and_where_an_end_is_missing_why",
        ),
    ),
    Rule(
        "sums",
        _in(
            _PUBLISHED,
            "a_sum_with_a_missing_part_has_no_value",
            "any_provisional_part_makes_the_sum_provisional",
        )
        + _in("production/store/test_store_queries.py", "the_status_of_a_sum_is_the_same_in_sql"),
    ),
    Rule(
        "half_year",
        _in(_PUBLISHED, "a_half_year_in_hand_is_not_a_year")
        + _in(_PAGES, "a_half_year_is_never_held_against_the_target_of_a_year")
        + _in(_WORDS, "half_a_year_is_told_as_half_a_year")
        + _in(_DRAWN, "a_part_of_a_year_has_no_target_and_says_why"),
    ),
    Rule(
        "pace",
        _in(
            _PACE,
            "no_pace_has_a_value_where_the_count_in_hand_is_withheld",
            "under_two_whole_years_it_is_not_to_be_said_yet",
        ),
    ),
    Rule("chance", _in(_PACE_SAID, "a_chance_stands_beside_its_word")),
    Rule(
        "equal_regions",
        _in(
            _COMPARED,
            "b4_a_sum_over_equal_regions_is_what_these_regions_add_up_to",
            "b4_without_three_regions_in_both_a_sentence_stands_instead",
        ),
    ),
    Rule(
        "no_ranking",
        _in(_DRAWN, "regions_stand_by_name_or_from_north_to_south_whatever_their_counts")
        + _in(_WORDS, "regions_are_counted_never_ranked", "no_sentence_above_the_map_blames_ranks_or_names_a_trend")
        + _in(_IPS, "a_region_outside_the_limits_is_named_without_a_rank"),
    ),
    Rule(
        "trend",
        _in(
            _TREND,
            "five_years_may_be_called_a_trend_and_four_may_not",
            "moving_years_overlap_and_do_not_add_points",
            "other_definitions_other_lengths_and_doubles_do_not_add_points",
        )
        + _in(_WORDS, "no_sentence_above_the_map_blames_ranks_or_names_a_trend")
        + _in(_ABSENCE, "no_trend_word_and_no_rank_stands_on_the_page"),
    ),
    Rule(
        "told_apart",
        _in(_ABSENCE, "intervals_that_overlap_cannot_be_told_apart"),
    ),
    Rule(
        "threshold",
        _in(_IPS, "b6_what_may_be_quoted_says_of_whom_and_how_in_the_same_sentence")
        + _in(
            "dissemination/charts/test_charts_ips.py",
            "the_band_is_flat_from_6_to_36_months_with_both_intervals",
            "the_threshold_is_chosen_by_the_figures",
        ),
    ),
    Rule(
        "units",
        _in(
            "dissemination/ui/test_ui_ips_units.py",
            "percent_and_percentage_point_are_never_swapped",
            "a_percentage_cannot_be_written_from_a_difference",
        )
        + _in("statistics/test_statistics_estimate.py", "percent_and_percentage_point_are_not_comparable"),
    ),
    Rule(
        "young_groups",
        _in(
            _OUTCOMES,
            "a_cohort_that_has_not_come_so_far_is_not_applicable",
            "a_fresh_cohort_lowers_no_shown_success_rate",
        )
        + _in(_IPS, "a_cohort_that_is_too_young_is_hatched_and_in_no_total"),
    ),
    Rule(
        "same_quarter",
        _in(_TREND, "a_quarter_is_compared_with_the_same_quarter_a_year_earlier")
        + _in(_ABSENCE, "the_sentence_on_top_is_that_of_the_newest_quarter")
        + _in("dissemination/figures/test_absence_figures.py", "the_page_shows_the_figures_of_the_source"),
    ),
    Rule(
        "claims",
        _in(
            "dissemination/figures/test_claims.py",
            "a_count_above_the_target_within_luck_is_told_as_a_count",
            "what_fits_no_form_is_unclear_and_never_guessed",
        )
        + _in(
            "dissemination/figures/test_claims_simulated.py", "a_false_claim_is_supported_in_at_most_five_percent"
        )
        + _in("dissemination/blocks/test_claimed_sentences.py", "published_figures_hold_what_every_sentence_says"),
    ),
    Rule("one_source", _in(_ABSENCE, "each_drawing_has_one_source")),
    Rule(
        "silent_region",
        _in(_WORDS, "a_silent_region_is_told_what_it_can_do_and_not_what_it_did_wrong")
        + _in(_PAGES, "a_region_that_delivered_nothing_is_told_kindly_what_to_do"),
    ),
    Rule(
        "examples",
        _in(_PUBLISHED, "examples_leave_as_soon_as_one_region_delivers_and_come_back_after_undo")
        + _in(_PAGES, "the_banner_is_there_exactly_when_there_are_examples")
        + _in(_EXAMPLE, "b12_tiles_sentences_titles_and_captions_carry_the_word", "b12_files_mark_each_line"),
    ),
)
