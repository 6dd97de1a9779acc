-- view: tls_states
-- purpose: Whether each server offers and uses a version of TLS or SSL; one row for each server and version.
--   client_state and server_state are Enabled, Disabled, Half Disabled (the two values contradict each other, or the version is
--   on but only when asked for), or null (unknown, see reason). state is their common state, Misconfigured where the sides differ,
--   null where one is unknown. is_off_by_value says that somebody wrote Enabled = 0, is_written that somebody wrote Enabled at all
--   (null: not known), values what was written and what the Windows build does without.
-- requires: effective_tls
-- optional: none
-- columns: server, target, protocol, client_state, server_state, state, is_off_by_value, is_written, values, windows_build, reason
WITH sides AS (
  SELECT
    server,
    target,
    protocol,
    side,
    CASE
      WHEN is_half_disabled OR state = 'DisabledByDefault' THEN 'Half Disabled'
      ELSE state
    END AS state,
    enabled_value,
    is_explicit,
    windows_build,
    reason,
    side
      || ': Enabled ' || coalesce(enabled_value::VARCHAR, CASE WHEN is_explicit IS NULL THEN 'not known' ELSE 'not written' END)
      || ', DisabledByDefault ' || coalesce(disabled_by_default_value::VARCHAR, CASE WHEN is_explicit IS NULL THEN 'not known' ELSE 'not written' END)
      || ', default ' || coalesce(default_state, 'unknown') AS found
  FROM effective_tls
),
servers_and_versions AS (
  SELECT
    target,
    server,
    protocol,
    max(state) FILTER (WHERE side = 'Client') AS client_state,
    max(state) FILTER (WHERE side = 'Server') AS server_state,
    coalesce(bool_or(enabled_value = 0), FALSE) AS is_off_by_value,
    CASE
      WHEN bool_or(is_explicit) THEN TRUE
      WHEN bool_or(is_explicit IS NULL) THEN NULL
      ELSE FALSE
    END AS is_written,
    list(found ORDER BY side) AS found,
    max(windows_build) AS windows_build,
    string_agg(DISTINCT reason, '; ' ORDER BY reason) AS reason
  FROM sides
  GROUP BY target, server, protocol
)
SELECT
  server,
  target,
  protocol,
  client_state,
  server_state,
  CASE
    WHEN client_state IS NULL OR server_state IS NULL THEN NULL
    WHEN client_state = server_state THEN client_state
    ELSE 'Misconfigured'
  END AS state,
  is_off_by_value,
  is_written,
  found AS values,
  windows_build,
  reason
FROM servers_and_versions
