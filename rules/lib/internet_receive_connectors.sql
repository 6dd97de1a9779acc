-- view: internet_receive_connectors
-- purpose: Receive connectors that take mail from the internet (definition D4): enabled, anonymous senders allowed, port 25, the front end
--   where the server is known to be 2013 or later, and reachable from public addresses or serving a declared mail relay in front.
--   A declaration in site_internet_facing overrides both ways. Connectors that do not are left out; is_certain is false where a
--   missing fact could still exclude the connector. is_declared tells a declaration from a conclusion.
-- requires: receive_connectors
-- optional: servers, transport_config, windows_network_adapters, site_gateways, site_internet_facing, site_internal_networks
-- columns: connector_key, target, server, name, is_certain, is_declared, serves_gateway, reach, ranges
WITH relays AS (
  SELECT NULL AS target, unnest(ranges) AS net
  FROM site_gateways
  WHERE direction IS DISTINCT FROM 'outbound'
  UNION ALL
  SELECT target, unnest(internal_smtp_servers) AS net
  FROM transport_config
),
connector_ranges AS (
  SELECT
    key AS connector_key,
    target,
    unnest(remote_ip_ranges) AS net
  FROM receive_connectors
),
relay_connectors AS (
  SELECT DISTINCT
    c.connector_key,
    c.target
  FROM connector_ranges AS c
  INNER JOIN relays AS g
    ON g.net.family = c.net.family
    AND g.net.lo <= c.net.hi
    AND g.net.hi >= c.net.lo
    AND (g.target IS NULL OR g.target IS NOT DISTINCT FROM c.target)
),
facts AS (
  SELECT
    c.key AS connector_key,
    c.target,
    c.server,
    c.name,
    c.enabled AS is_enabled,
    list_contains(c.permission_groups, 'AnonymousUsers') AS is_anonymous,
    len(list_filter(c.bindings, lambda b: b.port = 25)) > 0 AS is_on_port_25,
    CASE
      WHEN s.version IS NULL OR s.version = '2010' OR s.is_edge IS TRUE THEN TRUE
      ELSE c.transport_role = 'FrontendTransport'
    END AS is_front_end,
    g.connector_key IS NOT NULL AS serves_gateway,
    r.reach,
    r.ranges,
    d.is_internet_facing AS declared
  FROM receive_connectors AS c
  LEFT JOIN servers AS s
    ON s.name = c.server
  LEFT JOIN receive_connector_reach AS r
    ON r.connector_key = c.key
    AND r.target IS NOT DISTINCT FROM c.target
  LEFT JOIN relay_connectors AS g
    ON g.connector_key = c.key
    AND g.target IS NOT DISTINCT FROM c.target
  LEFT JOIN site_internet_facing AS d
    ON d.server = c.server
    AND lower(d.connector) = lower(c.name)
),
conclusions AS (
  SELECT
    facts.connector_key,
    facts.target,
    facts.server,
    facts.name,
    facts.serves_gateway,
    facts.reach,
    facts.ranges,
    facts.declared IS NOT NULL AS is_declared,
    CASE
      WHEN is_enabled IS FALSE THEN FALSE
      WHEN declared IS NOT NULL THEN declared AND (is_enabled OR NULL)
      -- AND of three-valued facts: false as soon as one is false, null while one that could be false is missing
      ELSE is_enabled AND is_anonymous AND is_on_port_25 AND is_front_end AND (serves_gateway OR reach = 'public')
    END AS takes_internet_mail
  FROM facts
)
SELECT
  connector_key,
  target,
  server,
  name,
  takes_internet_mail IS TRUE AS is_certain,
  is_declared,
  serves_gateway,
  reach,
  ranges
FROM conclusions
WHERE takes_internet_mail IS NOT FALSE
