-- view: transport_filter_hosts
-- purpose: Servers on which anti-spam agents can work (definition D8): Edge, Hub Transport of 2010, Mailbox of 2013 and later; one row for
--   each server. kind is edge, hub_2010, mailbox, other (no agents can work there), or null where version or role is not known.
--   config_target is the target of the filter settings that the server uses: the organization's, or the Edge's own.
-- requires: servers
-- optional: none
-- columns: server, server_key, version, site, kind, config_target
SELECT
  name AS server,
  key AS server_key,
  version,
  site,
  CASE
    WHEN is_edge IS TRUE OR list_contains(roles, 'Edge') THEN 'edge'
    WHEN roles IS NULL OR version IS NULL THEN NULL
    WHEN version = '2010' AND list_contains(roles, 'HubTransport') THEN 'hub_2010'
    WHEN version <> '2010' AND (list_contains(roles, 'Mailbox') OR list_contains(roles, 'HubTransport')) THEN 'mailbox'
    ELSE 'other'
  END AS kind,
  CASE
    WHEN is_edge IS TRUE OR list_contains(roles, 'Edge') THEN name
    WHEN is_edge IS FALSE OR roles IS NOT NULL THEN 'org'
  END AS config_target
FROM servers
