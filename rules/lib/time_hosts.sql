-- view: time_hosts
-- purpose: What is known of each host that any computer is told to ask for the time; one row for each host, in lower case.
--   declared_kind is what site.yaml says of it. is_own says that it is a server or domain controller of the data, by name or by an
--   address of a server. is_routable tells of an IPv4 address whether it is public (definition D5); null for names, and for
--   IPv6 but link-local and unique local addresses, which are not.
-- requires: registry_w32time
-- optional: ad_domain_controllers, data_special_networks, servers, site_internal_networks, site_time_sources, time_settings,
--   windows_network_adapters, windows_computer_system
-- columns: host, declared_kind, is_own, is_routable
WITH hosts AS (
  SELECT DISTINCT unnest(hosts) AS host
  FROM time_settings
),
own_names AS (
  SELECT lower(server) AS host
  FROM registry_w32time
  UNION
  SELECT lower(name) AS host
  FROM servers
  UNION
  SELECT lower(fqdn) AS host
  FROM servers
  UNION
  SELECT lower(dns_host_name) AS host
  FROM ad_domain_controllers
  UNION
  SELECT lower(split_part(dns_host_name, '.', 1)) AS host
  FROM ad_domain_controllers
  UNION
  SELECT lower(name || '.' || domain) AS host
  FROM windows_computer_system
),
own_addresses AS (
  SELECT DISTINCT lower(address.text) AS host
  FROM (
    SELECT unnest(ip_address) AS address
    FROM windows_network_adapters
  ) AS adapters
),
addresses AS (
  SELECT
    host,
    split_part(host, '.', 1)::BIGINT * 16777216 + split_part(host, '.', 2)::BIGINT * 65536 + split_part(host, '.', 3)::BIGINT * 256
      + split_part(host, '.', 4)::BIGINT AS number
  FROM hosts
  WHERE regexp_matches(host, '^((25[0-5]|2[0-4]\d|1?\d?\d)(\.|$)){4}$')
),
networks AS (
  SELECT
    split_part(network, '.', 1)::BIGINT * 16777216 + split_part(network, '.', 2)::BIGINT * 65536 + split_part(network, '.', 3)::BIGINT * 256
      + regexp_extract(network, '(\d+)/', 1)::BIGINT AS first,
    regexp_extract(network, '/(\d+)$', 1)::INTEGER AS prefix,
    globally_reachable
  FROM data_special_networks
  WHERE family = 4
),
reachable AS (
  SELECT
    a.host,
    a.number,
    coalesce(arg_max(n.globally_reachable, n.prefix), TRUE) AS is_global
  FROM addresses AS a
  LEFT JOIN networks AS n
    ON a.number BETWEEN n.first AND n.first + (1::BIGINT << (32 - n.prefix)) - 1
  GROUP BY a.host, a.number
),
declared AS (
  SELECT
    host,
    max(kind) AS kind
  FROM site_time_sources
  WHERE kind IS NOT NULL
  GROUP BY host
)
SELECT
  h.host,
  d.kind AS declared_kind,
  h.host IN (SELECT o.host FROM own_names AS o WHERE o.host IS NOT NULL)
    OR h.host IN (SELECT o.host FROM own_addresses AS o WHERE o.host IS NOT NULL) AS is_own,
  CASE
    WHEN r.host IS NOT NULL THEN r.is_global AND NOT EXISTS (
      SELECT 1
      FROM site_internal_networks AS n
      WHERE n.range.family = 4
        AND unhex(right('00000000000000000000000000000000' || hex(r.number), 32)) BETWEEN n.range.lo AND n.range.hi
    )
    WHEN regexp_matches(h.host, '^(fe[89ab]|f[cd])[0-9a-f]*:') THEN FALSE
  END AS is_routable
FROM hosts AS h
LEFT JOIN declared AS d
  ON d.host = h.host
LEFT JOIN reachable AS r
  ON r.host = h.host
