-- view: security_update_levels
-- purpose: Which published updates each server has, judged by its exact build; one row for each server and update of its generation.
--   An update is a security or hotfix update by its name (Aug25SU), on 2010 a rollup by its name (SP3 RU30). is_installed is
--   the test T(b, update) of the vendor's own checker: the build is at or above the row of the newest cumulative update that got
--   it, or the server's own cumulative update got it and the build is at or above that row; on 2010 the build is at or above
--   the rollup. An update that the generation never got has no row and counts as not needed.
--   is_listed is false where the build itself is no row of the release table: it is then never read as its lower neighbour.
--   release_date is the last day of a month that is known to the month only; is_last_public is the last update before paid ones.
-- requires: builds, data_builds, data_lifecycle
-- optional: none
-- columns: server, target, version, update_name, kind, update_build, update_order, release_date, is_confirmed, is_last_public, is_listed, is_installed
WITH releases AS (
  SELECT
    r.product,
    CASE WHEN r.kind = 'RU' THEN r.name ELSE r.su_name END AS update_name,
    r.kind,
    r.build.text AS build,
    r.build.major * 1000 + r.build.minor AS branch,
    r.build.build AS cu_number,
    ((r.build.major * 1000 + r.build.minor) * 100000 + r.build.build) * 100000 + r.build.revision AS build_order,
    CASE WHEN r.date_precision = 'month' THEN last_day(r.release_date) ELSE r.release_date END AS release_date,
    NOT starts_with(r.confidence, 'UNCONFIRMED') AS is_confirmed,
    coalesce(r.build.text = l.last_public_build.text, FALSE) AS is_last_public
  FROM data_builds AS r
  LEFT JOIN data_lifecycle AS l
    ON l.product = r.product
  WHERE r.kind = 'RU'
    OR (r.kind IN ('SU', 'HU', 'CU') AND r.su_name IS NOT NULL)
)
SELECT
  coalesce(b.server, b.target) AS server,
  b.target,
  b.version,
  r.update_name,
  min(r.kind) AS kind,
  max_by(r.build, r.build_order) AS update_build,
  max(r.build_order) AS update_order,
  max(r.release_date) AS release_date,
  bool_or(r.is_confirmed) AS is_confirmed,
  bool_or(r.is_last_public) AS is_last_public,
  b.is_listed,
  b.build_order >= max(r.build_order)
    OR coalesce(
      b.build_order >= min(r.build_order) FILTER (
        WHERE r.cu_number = b.build_number
        AND b.build_order // 10000000000 = r.branch
      ),
      FALSE
    ) AS is_installed
FROM builds AS b
INNER JOIN releases AS r
  ON r.product = b.version
WHERE b.build_order IS NOT NULL
GROUP BY b.server, b.target, b.version, b.is_listed, b.build_order, b.build_number, r.update_name
