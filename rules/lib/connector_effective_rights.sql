-- view: connector_effective_rights
-- purpose: Who holds which right on a connector (definition D10); one row for each principal and right that an entry decides.
--   holds is null where the export does not say whether the deciding entry allows or denies.
-- requires: connector_permissions
-- optional: none
-- columns: connector_key, target, connector_kind, user_name, user_sid, right, holds, is_inherited, granted_by
SELECT
  connector_key,
  target,
  connector_kind,
  user_name,
  user_sid,
  "right",
  is_effective AND NOT deny AS holds,
  is_inherited,
  granted_by
FROM connector_permissions
WHERE is_effective IS NOT FALSE
