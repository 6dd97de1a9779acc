-- view: send_connector_kinds
-- purpose: Where a send connector leads (definitions D1 to D3); one row for each send connector.
--   route is none (no SMTP address space but the literal --: internal by the row alone), any (an address space *), domains
--   (named domains), or null where the address spaces are not known. Of named domains, public_domains are those under a
--   public suffix, foreign_domains those of them that match no accepted domain. destinations are the hosts and domains it
--   names, in lower case, for the question whether it leads to the cloud (D2; the suffixes are a parameter of each rule).
--   is_edge_copy marks the copy that EdgeSync wrote to a subscribed Edge (D11).
-- requires: send_connectors
-- optional: accepted_domains, edge_subscriptions, site_edge_subscriptions
-- columns: connector_key, target, route, domains, public_domains, foreign_domains, destinations, is_edge_copy
WITH spaces AS (
  SELECT
    key AS connector_key,
    target,
    server,
    address_spaces IS NULL AS is_unknown,
    list_distinct(list_transform(
      list_filter(address_spaces, lambda a: NOT contains(a, ':') OR starts_with(lower(a), 'smtp:')),
      lambda a: regexp_extract(lower(a), '^(?:smtp:)?([^;]*)', 1)
    )) AS domains,
    list_transform(smart_hosts, lambda h: lower(h)) AS hosts
  FROM send_connectors
),
named AS (
  SELECT
    connector_key,
    target,
    unnest(domains) AS domain
  FROM spaces
),
public_names AS (
  SELECT
    connector_key,
    target,
    domain,
    ltrim(domain, '*.') AS base,
    starts_with(domain, '*.') AS with_subdomains
  FROM named
  WHERE domain NOT IN ('*', '--')
    AND contains(ltrim(domain, '*.'), '.')
    -- names that are nobody's on the internet: RFC 2606, 6761, 6762, 8375, ICANN's .internal, and what networks use in their place
    AND NOT regexp_matches(domain, '\.(alt|corp|example|home|home\.arpa|internal|intranet|invalid|lan|local|localdomain|localhost|onion|private|test)$')
),
own_names AS (
  SELECT
    target,
    ltrim(lower(domain_name), '*.') AS base,
    starts_with(domain_name, '*.') OR match_sub_domains IS TRUE AS with_subdomains
  FROM accepted_domains
),
matches AS (
  SELECT
    p.connector_key,
    p.target,
    p.domain,
    coalesce(bool_or(o.base IS NOT NULL), FALSE) AS is_own
  FROM public_names AS p
  LEFT JOIN own_names AS o
    ON (o.target IS NOT DISTINCT FROM p.target OR o.target = 'org')
    AND (
      (o.base = p.base AND (o.with_subdomains OR NOT p.with_subdomains))
      OR (o.with_subdomains AND ends_with(p.base, '.' || o.base))
    )
  GROUP BY p.connector_key, p.target, p.domain
),
foreign_lists AS (
  SELECT
    connector_key,
    target,
    list(domain ORDER BY domain) AS public_domains,
    list(domain ORDER BY domain) FILTER (WHERE NOT is_own) AS foreign_domains
  FROM matches
  GROUP BY connector_key, target
),
subscribed AS (
  SELECT upper(split_part(name, '.', 1)) AS server
  FROM edge_subscriptions
  UNION
  SELECT edge_server AS server
  FROM site_edge_subscriptions
)
SELECT
  s.connector_key,
  s.target,
  CASE
    WHEN s.is_unknown THEN NULL
    WHEN len(list_filter(s.domains, lambda d: d <> '--')) = 0 THEN 'none'
    WHEN list_contains(s.domains, '*') THEN 'any'
    ELSE 'domains'
  END AS route,
  s.domains,
  coalesce(f.public_domains, []) AS public_domains,
  coalesce(f.foreign_domains, []) AS foreign_domains,
  list_distinct(list_concat(s.domains, coalesce(s.hosts, []))) AS destinations,
  s.target IS DISTINCT FROM 'org' AND EXISTS (SELECT 1 FROM subscribed AS e WHERE e.server = s.server) AS is_edge_copy
FROM spaces AS s
LEFT JOIN foreign_lists AS f
  ON f.connector_key = s.connector_key
  AND f.target IS NOT DISTINCT FROM s.target
