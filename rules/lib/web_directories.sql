-- view: web_directories
-- purpose: What each server publishes over the web; one row for each virtual directory and each Outlook Anywhere object (its host name
--   stands as external_name). is_back_end marks the second web site of 2013 and later, which takes what the front end sends.
--   is_published is true where an external address is set, false where the product says that none is, null where the export does not say.
-- requires: owa_virtual_directories, ecp_virtual_directories, web_services_virtual_directories, oab_virtual_directories, active_sync_virtual_directories, mapi_virtual_directories, autodiscover_virtual_directories, outlook_anywhere
-- optional: none
-- columns: server, target, dataset, kind, key, name, identity, is_back_end, external_name, is_published
WITH directories AS (
  SELECT
    coalesce(server, target) AS server,
    target,
    'owa_virtual_directories' AS dataset,
    'owa' AS kind,
    key,
    name,
    identity,
    web_site AS site,
    external_url AS external_name,
    external_url_known AS is_known
  FROM owa_virtual_directories
  UNION ALL
  SELECT
    coalesce(server, target) AS server,
    target,
    'ecp_virtual_directories' AS dataset,
    'ecp' AS kind,
    key,
    name,
    identity,
    web_site AS site,
    external_url AS external_name,
    external_url_known AS is_known
  FROM ecp_virtual_directories
  UNION ALL
  SELECT
    coalesce(server, target) AS server,
    target,
    'web_services_virtual_directories' AS dataset,
    'ews' AS kind,
    key,
    name,
    identity,
    NULL::VARCHAR AS site,
    external_url AS external_name,
    external_url_known AS is_known
  FROM web_services_virtual_directories
  UNION ALL
  SELECT
    coalesce(server, target) AS server,
    target,
    'oab_virtual_directories' AS dataset,
    'oab' AS kind,
    key,
    name,
    identity,
    NULL::VARCHAR AS site,
    external_url AS external_name,
    external_url_known AS is_known
  FROM oab_virtual_directories
  UNION ALL
  SELECT
    coalesce(server, target) AS server,
    target,
    'active_sync_virtual_directories' AS dataset,
    'activesync' AS kind,
    key,
    name,
    identity,
    web_site AS site,
    external_url AS external_name,
    external_url_known AS is_known
  FROM active_sync_virtual_directories
  UNION ALL
  SELECT
    coalesce(server, target) AS server,
    target,
    'mapi_virtual_directories' AS dataset,
    'mapi' AS kind,
    key,
    name,
    identity,
    NULL::VARCHAR AS site,
    external_url AS external_name,
    external_url_known AS is_known
  FROM mapi_virtual_directories
  UNION ALL
  SELECT
    coalesce(server, target) AS server,
    target,
    'autodiscover_virtual_directories' AS dataset,
    'autodiscover' AS kind,
    key,
    name,
    identity,
    NULL::VARCHAR AS site,
    external_url AS external_name,
    external_url_known AS is_known
  FROM autodiscover_virtual_directories
  UNION ALL
  SELECT
    coalesce(server, target) AS server,
    target,
    'outlook_anywhere' AS dataset,
    'outlook_anywhere' AS kind,
    key,
    name,
    identity,
    NULL::VARCHAR AS site,
    external_hostname AS external_name,
    external_hostname_known AS is_known
  FROM outlook_anywhere
)
SELECT
  server,
  target,
  dataset,
  kind,
  key,
  name,
  identity,
  contains(lower(coalesce(name, identity, '')), '(exchange back end)') OR lower(coalesce(site, '')) = 'exchange back end' AS is_back_end,
  nullif(external_name, '') AS external_name,
  CASE
    WHEN external_name <> '' THEN TRUE
    WHEN is_known THEN FALSE
  END AS is_published
FROM directories
