-- view: connector_anonymous_rights
-- purpose: What anonymous senders (S-1-5-7) and everyone (S-1-1-0) may do on a connector (definition D10); one row for each connector
--   that has at least one entry of its permission list in the data. A connector without a row is unknown, never harmless.
--   held lists the rights that one of the two effectively holds; unclear the rights that an entry allows to a principal
--   whose SID nothing explains, or that cannot be decided. explicit lists the held rights that an entry on the connector
--   itself grants by name, as setup writes them.
-- requires: connector_effective_rights
-- optional: none
-- columns: connector_key, target, held, unclear, explicit, holders
WITH entries AS (
  SELECT
    connector_key,
    target,
    "right",
    user_sid,
    holds,
    user_sid IN ('S-1-5-7', 'S-1-1-0') AS is_anybody,
    is_inherited IS FALSE AND granted_by IS NOT DISTINCT FROM "right" AS is_explicit
  FROM connector_effective_rights
)
SELECT
  connector_key,
  target,
  coalesce(list_sort(list(DISTINCT "right") FILTER (WHERE is_anybody AND holds)), []) AS held,
  coalesce(list_sort(list(DISTINCT "right") FILTER (WHERE (is_anybody AND holds IS NULL) OR (user_sid IS NULL AND holds IS NOT FALSE))), []) AS unclear,
  coalesce(list_sort(list(DISTINCT "right") FILTER (WHERE is_anybody AND holds AND is_explicit)), []) AS explicit,
  coalesce(list_sort(list(DISTINCT {'sid': user_sid, 'right': "right"}) FILTER (WHERE is_anybody AND holds)), []) AS holders
FROM entries
GROUP BY connector_key, target
