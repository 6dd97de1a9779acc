"""The functions that a query may call, by family; everything else is refused, what a later engine adds too.

A function stands here when it gives the same for the same arguments, reads nothing outside, and takes time and memory about
in line with the bytes of its arguments (`tests/unit/engine/test_functions.py` tries each on values as big as fit). Operators
and syntax (`[...]`, `LIKE`, `~`, `EXTRACT`) are calls, too, under the names that the engine's parser gives them.
"""

from __future__ import annotations

from collections.abc import Mapping

from exposture.rulebook import sql
from exposture.rulebook.forbidden import why_forbidden

ALLOWED: Mapping[str, frozenset[str]] = {
    "operators": sql.words("+ - * / // % ** ^ & | << >> ~ @ || ^@ && @> <@ ~~ !~~ ~~* !~~* ~~~"),
    "conditions": sql.words("greatest if isfinite isinf isnan least nullif typeof"),
    "numbers": sql.words("""
        abs add bit_count ceil ceiling divide even exp floor fmod gcd lcm ln log log10 log2 mod multiply pow power round sign sqrt subtract trunc
        xor
        """),
    "texts": sql.words("""
        array_to_string ascii char_length character_length chr concat concat_ws contains ends_with instr lcase
        left length lower ltrim nfc_normalize not_like_escape not_ilike_escape ilike_escape like_escape ord
        overlay position prefix replace reverse right rtrim split split_part starts_with str_split string_split string_to_array
        strip_accents strlen strpos substr substring suffix translate trim ucase unicode upper
        """),
    "patterns": sql.words("""
        regexp_escape regexp_extract regexp_extract_all regexp_full_match regexp_matches regexp_replace regexp_split_to_array regexp_split_to_table
        """),
    "bytes": sql.words("base64 decode encode from_base64 from_hex hex md5 octet_length sha1 sha256 to_base64 to_hex unhex"),
    "times": sql.words("""
        date_add date_diff date_part date_sub date_trunc datediff datepart datesub datetrunc day dayname dayofmonth dayofweek dayofyear epoch
        epoch_ms epoch_us hour isodow isoyear julian last_day make_date make_time make_timestamp microsecond millisecond minute month monthname
        quarter second strftime strptime to_days to_hours to_microseconds to_milliseconds to_minutes to_months to_seconds to_weeks to_years
        try_strptime week weekday weekofyear year yearweek
        """),
    "lists": sql.words("""
        array_append array_cat array_concat array_contains array_distinct array_extract array_filter array_has array_has_all array_has_any
        array_indexof array_length array_position array_prepend array_reverse array_reverse_sort array_slice array_sort array_transform
        array_unique array_zip apply filter flatten generate_series len list_any_value list_append list_apply list_avg list_bool_and list_bool_or
        list_cat list_concat list_contains list_count list_distinct list_element list_extract list_filter list_first list_has list_has_all
        list_has_any list_indexof list_last list_max list_median list_min list_pack list_position list_prepend list_reduce list_reverse
        list_reverse_sort list_select list_slice list_sort list_sum list_transform list_unique list_value list_where list_zip range reduce unnest
        """),
    "structs": sql.words("row struct_extract struct_extract_at struct_insert struct_pack"),
    "aggregates": sql.words("""
        any_value arbitrary arg_max arg_min array_agg avg bit_and bit_or bit_xor bool_and bool_or count count_if count_star countif first
        group_concat last list listagg max max_by mean median min min_by mode product quantile_cont quantile_disc stddev stddev_pop stddev_samp
        string_agg sum var_pop var_samp variance
        """),
    "windows": sql.words("cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank rank_dense row_number"),
}
EVERY = frozenset().union(*ALLOWED.values())
NOT_LISTED = "is not among the functions that a rule may call (docs/functions.csv)"


def why_refused(name: str) -> str | None:
    """Return why a query must not call a function; None where it may."""
    if name in EVERY:
        return None
    return why_forbidden(name) or NOT_LISTED
