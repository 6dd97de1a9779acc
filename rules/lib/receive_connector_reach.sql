-- view: receive_connector_reach
-- purpose: Which addresses a receive connector takes connections from (definition D5); one row for each receive connector.
--   reach is public (it takes connections from public addresses), own (its only public addresses lie in a small range that holds
--   an address of an Exchange server, and nobody declared internal networks: probably the site's own), internal, or null
--   where the ranges are not known.
-- requires: receive_connectors
-- optional: windows_network_adapters, site_internal_networks
-- columns: connector_key, target, reach, ranges, public_ranges
WITH own_addresses AS (
  SELECT DISTINCT
    address.family,
    address.lo
  FROM (
    SELECT unnest(ip_address) AS address
    FROM windows_network_adapters
  ) AS adapters
),
connector_ranges AS (
  SELECT
    key AS connector_key,
    target,
    unnest(remote_ip_ranges) AS net
  FROM receive_connectors
),
judged_ranges AS (
  SELECT
    r.connector_key,
    r.target,
    r.net.text AS text,
    r.net.routable AND NOT EXISTS (
      SELECT 1
      FROM site_internal_networks AS n
      WHERE n.range.family = r.net.family
        AND n.range.lo <= r.net.lo
        AND n.range.hi >= r.net.hi
    ) AS is_public,
    NOT EXISTS (SELECT 1 FROM site_internal_networks)
    -- smaller than a /16, or a /48 of IPv6: larger ranges are nobody's own network by default
    AND r.net.hosts < CASE WHEN r.net.family = 4 THEN 65536.0 ELSE 1208925819614629174706176.0 END
    AND EXISTS (
      SELECT 1
      FROM own_addresses AS a
      WHERE a.family = r.net.family
        AND a.lo BETWEEN r.net.lo AND r.net.hi
    ) AS holds_own_server
  FROM connector_ranges AS r
),
reaches AS (
  SELECT
    connector_key,
    target,
    bool_or(is_public AND NOT holds_own_server) AS is_public,
    bool_or(is_public) AS is_own,
    bool_or(is_public IS NULL) AS is_unclear,
    list(text ORDER BY text) FILTER (WHERE is_public) AS public_ranges
  FROM judged_ranges
  GROUP BY connector_key, target
)
SELECT
  c.key AS connector_key,
  c.target,
  CASE
    WHEN r.is_public IS TRUE THEN 'public'
    WHEN c.remote_ip_ranges IS NULL OR r.is_unclear IS TRUE THEN NULL
    WHEN r.is_own IS TRUE THEN 'own'
    ELSE 'internal'
  END AS reach,
  list_transform(c.remote_ip_ranges, lambda r: r.text) AS ranges,
  coalesce(r.public_ranges, []) AS public_ranges
FROM receive_connectors AS c
LEFT JOIN reaches AS r
  ON r.connector_key = c.key
  AND r.target IS NOT DISTINCT FROM c.target
