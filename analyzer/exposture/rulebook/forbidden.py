"""What a query must not call, and why: the clock, chance, settings, files, and what grows without end.

The reasons serve the author of a rule. What is named neither here nor among the allowed (`rulebook.functions`) is refused all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exposture.rulebook import sql

FORBIDDEN_CALLS: dict[str, frozenset[str]] = {
    "asks the clock": sql.words(
        "age get_current_time get_current_timestamp now pg_conf_load_time pg_postmaster_start_time today transaction_timestamp"
    ),
    "depends on chance": sql.words(
        """
        currval error gen_random_uuid nextval random reservoir_quantile setseed setval sleep_ms stats uuid uuidv4 uuidv7 vector_type
        write_log
        """
    ),
    "depends on the release of the engine": sql.words("approx_count_distinct approx_quantile approx_top_k hash md5_number version"),
    "asks for settings or the environment": sql.words("""
        current_catalog current_connection_id current_database current_query current_query_id current_role current_schema current_schemas
        current_setting current_transaction_id current_user getenv getvariable has_sequence_privilege in_search_path session_user
        txid_current user user_agent which_secret icu_calendar_names
        """),
    "takes memory or time that no row of a table bounds": sql.words("""
        !__postfix array_resize bar damerau_levenshtein editdist3 factorial format jaccard levenshtein list_resize lpad map_from_entries printf
        repeat rpad
        """),
    "calls a function by its name, which may be any": sql.words("array_aggr array_aggregate list_aggr list_aggregate aggregate"),
    "is a look into JSON, or a lambda of the old spelling (write `lambda x: ...`)": frozenset({"->"}),
    "reads files or builds a query": sql.words("""
        arrow_scan arrow_scan_dumb checkpoint create_external_resource deregister_external_resource destroy_external_resource
        disable_logging disable_profiling enable_logging enable_profiling force_checkpoint glob import_database
        json_execute_serialized_sql pandas_scan parquet_scan python_arrow_scan python_map_function query query_table
        register_external_resource register_external_resource_type seq_scan sniff_csv summary test_all_types test_vector_types
        truncate_duckdb_logs
        """),
}
FORBIDDEN_PREFIXES = ("read_", "duckdb_", "pragma_", "parquet_", "pg_timezone", "sqlite_", "postgres_", "mysql_", "iceberg_", "delta_")
FORBIDDEN_WORDS = sql.words("""
        current_timestamp current_date current_time current_localtime current_localtimestamp localtime localtimestamp current_user
        session_user user current_catalog current_schema current_role tablesample
        """)


def calls(tokens: Sequence[sql.Token]) -> Iterator[tuple[int, sql.Token]]:
    """Yield each name that stands before an opening bracket, and its place."""
    for index, token in enumerate(tokens[:-1]):
        if token.kind in sql.IDENTIFIERS and tokens[index + 1].text == "(":
            yield index, token


def forbidden_calls(tokens: Sequence[sql.Token]) -> Iterator[tuple[sql.Token, str]]:
    """Yield each call that is not allowed, and why."""
    for _, token in calls(tokens):
        if why := why_forbidden(token.name):
            yield token, why


def why_forbidden(name: str) -> str | None:
    """Return the reason against a function of which one is known; None for all others, allowed or not."""
    if name.startswith(FORBIDDEN_PREFIXES):
        return "reads what is no table of the bundle"
    return next((why for why, names in FORBIDDEN_CALLS.items() if name in names), None)


def forbidden_words(tokens: Sequence[sql.Token]) -> Iterator[sql.Token]:
    """Yield each word that is a call without brackets; a column of that name has its table in front."""
    for index, token in enumerate(tokens):
        before = tokens[index - 1].upper if index else ""
        if token.kind is sql.Kind.WORD and token.name in FORBIDDEN_WORDS and before not in {".", "AS"}:
            yield token
