-- view: certificate_uses
-- purpose: What each certificate is used for on its server; one row for each server and certificate. uses lists what is proven:
--   iis (Default Web Site, port 443), iis_backend (port 444), connector, pop, imap, federation, internal_transport (owned by
--   CRT-009) and auth_current (owned by CRT-010); shown_by the datasets that prove it. missing lists what was not read and
--   could still show a use; while it is empty, a certificate without uses has none. The flag SMTP alone is no use: renewals
--   leave it on old certificates. Where several certificates fit one connector or host name, the one that ends last is in use.
-- requires: certificates
-- optional: auth_config, collected, federation_trusts, iis_site_bindings, imap_settings, pop_settings, receive_connectors,
--   send_connectors, servers, transport_services, windows_services
-- columns: key, target, server, uses, shown_by, missing
WITH places AS (
  SELECT
    c.target,
    max(c.server) AS server,
    coalesce(bool_or(s.is_edge), FALSE) AS is_edge,
    coalesce(bool_or(s.version = '2010'), FALSE) AS is_2010,
    coalesce(bool_or(c.http_bindings IS NOT NULL), FALSE) AS knows_http
  FROM certificates AS c
  LEFT JOIN servers AS s
    ON s.name = c.server
  GROUP BY c.target
),
reads AS (
  SELECT
    p.target,
    p.server,
    p.is_edge,
    p.is_2010,
    p.knows_http,
    coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'iis_site_bindings' AND k.target = p.target), FALSE) AS knows_sites,
    coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'windows_services' AND k.target = p.target), FALSE) AS knows_services,
    coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'pop_settings' AND k.target = p.target), FALSE) AS knows_pop,
    coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'imap_settings' AND k.target = p.target), FALSE) AS knows_imap,
    coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'receive_connectors' AND k.target = CASE WHEN p.is_edge THEN p.server ELSE 'org' END), FALSE) AS knows_receive,
    coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'send_connectors' AND k.target = CASE WHEN p.is_edge THEN p.server ELSE 'org' END), FALSE) AS knows_send,
    coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'transport_services' AND k.target = CASE WHEN p.is_edge THEN p.server ELSE 'org' END), FALSE) AS knows_transport,
    p.is_edge OR p.is_2010 OR coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'auth_config' AND k.target = 'org'), FALSE) AS knows_auth,
    p.is_edge OR coalesce(bool_or(k.is_known) FILTER (WHERE k.dataset = 'federation_trusts' AND k.target = 'org'), FALSE) AS knows_federation
  FROM places AS p
  LEFT JOIN collected AS k
    ON k.target IN (p.target, p.server, 'org')
  GROUP BY p.target, p.server, p.is_edge, p.is_2010, p.knows_http
),
names AS (
  SELECT
    key,
    target,
    not_after,
    thumbprint,
    services,
    unnest(list_distinct(list_transform(list_concat(coalesce(dns_names, []), CASE WHEN common_name IS NULL THEN [] ELSE [common_name] END), lambda n: lower(n)))) AS name
  FROM certificates
),
mail_services AS (
  SELECT
    target,
    bool_or(state = 'Running' OR start_mode IN ('Auto', 'Automatic')) FILTER (WHERE lower(name) IN ('msexchangepop3', 'msexchangepop3be')) AS runs_pop,
    bool_or(state = 'Running' OR start_mode IN ('Auto', 'Automatic')) FILTER (WHERE lower(name) IN ('msexchangeimap4', 'msexchangeimap4be')) AS runs_imap
  FROM windows_services
  GROUP BY target
),
running AS (
  SELECT
    r.target,
    r.server,
    CASE WHEN r.is_edge THEN FALSE WHEN r.knows_services THEN s.runs_pop IS TRUE ELSE s.runs_pop OR NULL END AS runs_pop,
    CASE WHEN r.is_edge THEN FALSE WHEN r.knows_services THEN s.runs_imap IS TRUE ELSE s.runs_imap OR NULL END AS runs_imap
  FROM reads AS r
  LEFT JOIN mail_services AS s
    ON s.target = r.target
),
mail_names AS (
  SELECT
    p.target,
    'pop' AS use,
    'pop_settings' AS dataset,
    lower(p.x509_certificate_name) AS host,
    r.runs_pop AS runs
  FROM pop_settings AS p
  INNER JOIN running AS r
    ON r.target = p.target
  UNION
  SELECT
    i.target,
    'imap' AS use,
    'imap_settings' AS dataset,
    lower(i.x509_certificate_name) AS host,
    r.runs_imap AS runs
  FROM imap_settings AS i
  INNER JOIN running AS r
    ON r.target = i.target
),
mail_matches AS (
  SELECT
    n.key,
    n.target,
    m.use,
    m.dataset,
    m.runs,
    row_number() OVER (PARTITION BY n.target, m.use, m.host ORDER BY n.not_after DESC NULLS LAST, n.thumbprint, n.key, n.name) AS place
  FROM mail_names AS m
  INNER JOIN names AS n
    ON n.target = m.target
    AND (
      (n.name = m.host AND list_contains(n.services, upper(m.use)))
      OR (starts_with(n.name, '*.') AND substr(n.name, 2) = regexp_extract(m.host, '\..*$'))
    )
  WHERE m.runs IS NOT FALSE
),
connector_names AS (
  SELECT
    server,
    'receive_connectors' AS dataset,
    enabled,
    lower(tls_certificate_name) AS wanted
  FROM receive_connectors
  UNION
  SELECT
    upper(split_part(regexp_extract(source, '[^/\\]+$'), '.', 1)) AS server,
    'send_connectors' AS dataset,
    enabled,
    lower(tls_certificate_name) AS wanted
  FROM (
    SELECT
      enabled,
      tls_certificate_name,
      unnest(source_transport_servers) AS source
    FROM send_connectors
  ) AS sources
),
latest AS (
  SELECT
    key,
    target,
    server,
    '<i>' || lower(issuer_dn) || '<s>' || lower(subject_dn) AS identity,
    row_number() OVER (PARTITION BY target, lower(issuer_dn), lower(subject_dn) ORDER BY not_after DESC NULLS LAST, thumbprint, key) AS place
  FROM certificates
),
proven AS (
  SELECT
    c.key,
    c.target,
    CASE WHEN b.port = 443 THEN 'iis' ELSE 'iis_backend' END AS use,
    'iis_site_bindings' AS dataset,
    TRUE AS is_certain
  FROM certificates AS c
  INNER JOIN iis_site_bindings AS b
    ON b.target = c.target
    AND b.certificate_hash = c.thumbprint
  WHERE b.protocol = 'https'
    AND ((b.port = 443 AND lower(b.site) = 'default web site') OR b.port = 444)
  UNION ALL
  SELECT
    c.key,
    c.target,
    CASE WHEN h.port = '443' THEN 'iis' ELSE 'iis_backend' END AS use,
    'certificates' AS dataset,
    TRUE AS is_certain
  FROM certificates AS c
  INNER JOIN reads AS r
    ON r.target = c.target
  INNER JOIN (
    SELECT
      key,
      target,
      regexp_extract(unnest(http_bindings), ':(\d+)$', 1) AS port
    FROM certificates
  ) AS h
    ON h.key = c.key
    AND h.target = c.target
  WHERE NOT r.knows_sites
    AND h.port IN ('443', '444')
  UNION ALL
  SELECT
    c.key,
    c.target,
    'iis' AS use,
    'certificates' AS dataset,
    TRUE AS is_certain
  FROM certificates AS c
  INNER JOIN reads AS r
    ON r.target = c.target
  WHERE NOT r.knows_sites
    AND NOT r.knows_http
    AND list_contains(c.services, 'IIS')
  UNION ALL
  SELECT
    l.key,
    l.target,
    'connector' AS use,
    n.dataset,
    n.enabled IS TRUE AS is_certain
  FROM latest AS l
  INNER JOIN connector_names AS n
    ON n.server = l.server
    AND n.wanted = l.identity
  WHERE l.place = 1
    AND n.enabled IS NOT FALSE
  UNION ALL
  SELECT
    key,
    target,
    use,
    dataset,
    runs IS TRUE AS is_certain
  FROM mail_matches
  WHERE place = 1
  UNION ALL
  SELECT
    c.key,
    c.target,
    'federation' AS use,
    'federation_trusts' AS dataset,
    TRUE AS is_certain
  FROM certificates AS c
  INNER JOIN reads AS r
    ON r.target = c.target
  INNER JOIN federation_trusts AS f
    ON c.thumbprint IN (upper(sha1(f.org_certificate)), upper(f.org_priv_certificate))
  WHERE NOT r.is_edge
  UNION ALL
  SELECT
    c.key,
    c.target,
    'internal_transport' AS use,
    'transport_services' AS dataset,
    TRUE AS is_certain
  FROM certificates AS c
  INNER JOIN transport_services AS t
    ON t.server = c.server
    AND upper(t.internal_transport_certificate_thumbprint) = c.thumbprint
  UNION ALL
  SELECT
    c.key,
    c.target,
    'auth_current' AS use,
    'auth_config' AS dataset,
    TRUE AS is_certain
  FROM certificates AS c
  INNER JOIN auth_config AS a
    ON upper(a.current_certificate_thumbprint) = c.thumbprint
),
use_lists AS (
  SELECT
    key,
    target,
    list_sort(list(DISTINCT use) FILTER (WHERE is_certain)) AS uses,
    list_sort(list(DISTINCT dataset) FILTER (WHERE is_certain)) AS shown_by,
    list_sort(list(DISTINCT dataset) FILTER (WHERE NOT is_certain)) AS unclear
  FROM proven
  GROUP BY key, target
),
unread_names AS (
  SELECT
    r.target,
    bool_or(c.key IS NOT NULL) AS has_connector
  FROM reads AS r
  LEFT JOIN receive_connectors AS c
    ON c.server = r.server
    AND c.tls_certificate_name_known IS FALSE
    AND NOT r.is_2010
  GROUP BY r.target
),
unread_sites AS (
  SELECT
    target,
    bool_or(certificate_hash IS NULL AND registry_http_ssl_bindings_known IS NOT TRUE) AS lacks_hash
  FROM iis_site_bindings
  WHERE protocol = 'https'
    AND port IN (443, 444)
  GROUP BY target
)
SELECT
  c.key,
  c.target,
  c.server,
  coalesce(u.uses, []) AS uses,
  coalesce(u.shown_by, []) AS shown_by,
  list_sort(list_distinct(list_concat(
    coalesce(u.unclear, []),
    CASE WHEN c.services IS NULL THEN ['services of the certificate'] ELSE [] END,
    CASE WHEN r.knows_http OR (r.knows_sites AND i.lacks_hash IS NOT TRUE) THEN [] ELSE ['iis_site_bindings'] END,
    CASE WHEN r.knows_receive AND NOT n.has_connector THEN [] ELSE ['receive_connectors'] END,
    CASE WHEN r.knows_send THEN [] ELSE ['send_connectors'] END,
    CASE WHEN r.knows_transport THEN [] ELSE ['transport_services'] END,
    CASE WHEN r.knows_auth THEN [] ELSE ['auth_config'] END,
    CASE WHEN r.knows_federation THEN [] ELSE ['federation_trusts'] END,
    CASE WHEN g.runs_pop IS FALSE OR r.knows_pop THEN [] ELSE ['pop_settings'] END,
    CASE WHEN g.runs_imap IS FALSE OR r.knows_imap THEN [] ELSE ['imap_settings'] END
  ))) AS missing
FROM certificates AS c
INNER JOIN reads AS r
  ON r.target = c.target
INNER JOIN running AS g
  ON g.target = c.target
INNER JOIN unread_names AS n
  ON n.target = c.target
LEFT JOIN unread_sites AS i
  ON i.target = c.target
LEFT JOIN use_lists AS u
  ON u.key = c.key
  AND u.target = c.target
