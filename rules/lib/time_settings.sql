-- view: time_settings
-- purpose: How the Windows Time service of each host is set up; one row for each server or domain controller whose registry was read.
--   A value of the policy key wins over that of the service key. type and ntp_server are null where they are absent, and also
--   where the policy key was not looked for, since a policy could say otherwise. ntp_client and hypervisor_client are on, off or
--   null (not read). hosts are the distinct hosts of NtpServer in lower case, fallback_hosts those of them that are asked only
--   when no other answers (flag 0x2). reference_id is the source in use, 0x and eight digits in upper case.
-- requires: registry_w32time
-- optional: windows_time_status
-- columns: server, target, is_read, is_policy, type, ntp_server, hosts, fallback_hosts, ntp_client, hypervisor_client, reference_id
WITH settings AS (
  SELECT
    server,
    target,
    CASE
      WHEN ends_with(lower(key_path), '\services\w32time\parameters') THEN 'service'
      WHEN ends_with(lower(key_path), '\policies\microsoft\w32time\parameters') THEN 'policy'
      WHEN ends_with(lower(key_path), '\services\w32time\timeproviders\ntpclient') THEN 'service client'
      WHEN ends_with(lower(key_path), '\policies\microsoft\w32time\timeproviders\ntpclient') THEN 'policy client'
      WHEN ends_with(lower(key_path), '\services\w32time\timeproviders\vmictimeprovider') THEN 'hypervisor client'
    END AS place,
    type,
    type_known,
    ntp_server,
    ntp_server_known,
    enabled_value,
    enabled_value_known
  FROM registry_w32time
),
hosts_read AS (
  SELECT
    server,
    target,
    bool_or(type_known AND ntp_server_known) FILTER (WHERE place = 'service') IS TRUE AS has_service,
    bool_or(type_known AND ntp_server_known) FILTER (WHERE place = 'policy') IS TRUE AS has_policy,
    max(type) FILTER (WHERE place = 'service') AS service_type,
    max(type) FILTER (WHERE place = 'policy') AS policy_type,
    max(ntp_server) FILTER (WHERE place = 'service') AS service_hosts,
    max(ntp_server) FILTER (WHERE place = 'policy') AS policy_hosts,
    bool_or(enabled_value_known) FILTER (WHERE place = 'service client') IS TRUE AS has_client,
    bool_or(enabled_value_known) FILTER (WHERE place = 'policy client') IS TRUE AS has_policy_client,
    max(enabled_value) FILTER (WHERE place = 'service client') AS client,
    max(enabled_value) FILTER (WHERE place = 'policy client') AS policy_client,
    bool_or(enabled_value_known) FILTER (WHERE place = 'hypervisor client') IS TRUE AS has_hypervisor,
    max(enabled_value) FILTER (WHERE place = 'hypervisor client') AS hypervisor
  FROM settings
  GROUP BY server, target
),
effective AS (
  SELECT
    server,
    target,
    has_service AND has_policy AS is_read,
    policy_type IS NOT NULL OR policy_hosts IS NOT NULL AS is_policy,
    coalesce(policy_type, CASE WHEN has_policy THEN service_type END) AS type,
    coalesce(policy_hosts, CASE WHEN has_policy THEN service_hosts END) AS ntp_server,
    CASE
      WHEN policy_client IS NOT NULL THEN policy_client
      WHEN has_policy_client AND has_client THEN coalesce(client, 1)
    END AS client,
    CASE WHEN has_hypervisor THEN coalesce(hypervisor, 0) END AS hypervisor
  FROM hosts_read
),
peers AS (
  SELECT
    server,
    target,
    lower(split_part(entry, ',', 1)) AS host,
    -- the flags are hexadecimal bits; 0x2 is set where the last digit says so
    lower(right(split_part(entry, ',', 2), 1)) IN ('2', '3', '6', '7', 'a', 'b', 'e', 'f') AS is_fallback
  FROM (
    SELECT
      server,
      target,
      unnest(regexp_split_to_array(ntp_server, '\s+')) AS entry
    FROM effective
  ) AS entries
  WHERE split_part(entry, ',', 1) <> ''
),
peer_hosts AS (
  SELECT
    server,
    target,
    host,
    bool_and(is_fallback) AS is_fallback
  FROM peers
  GROUP BY server, target, host
),
peer_lists AS (
  SELECT
    server,
    target,
    list(host ORDER BY host) AS hosts,
    list(host ORDER BY host) FILTER (WHERE is_fallback) AS fallback_hosts
  FROM peer_hosts
  GROUP BY server, target
),
sources AS (
  SELECT
    target,
    max('0x' || upper(regexp_extract(reference_id, '0[xX]([0-9A-Fa-f]{8})', 1))) FILTER (WHERE regexp_matches(reference_id, '0[xX][0-9A-Fa-f]{8}')) AS reference_id
  FROM windows_time_status
  GROUP BY target
)
SELECT
  e.server,
  e.target,
  e.is_read,
  e.is_policy,
  e.type,
  e.ntp_server,
  coalesce(p.hosts, []) AS hosts,
  coalesce(p.fallback_hosts, []) AS fallback_hosts,
  CASE
    WHEN e.client IS NULL THEN NULL
    WHEN e.client = 0 THEN 'off'
    ELSE 'on'
  END AS ntp_client,
  CASE
    WHEN e.hypervisor IS NULL THEN NULL
    WHEN e.hypervisor = 0 THEN 'off'
    ELSE 'on'
  END AS hypervisor_client,
  s.reference_id
FROM effective AS e
LEFT JOIN peer_lists AS p
  ON p.server IS NOT DISTINCT FROM e.server
  AND p.target = e.target
LEFT JOIN sources AS s
  ON s.target = e.target
