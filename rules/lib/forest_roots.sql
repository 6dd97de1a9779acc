-- view: forest_roots
-- purpose: The domain controller that every clock of a forest follows; one row for each forest root domain that was read. pdc is the
--   NetBIOS name of its PDC emulator in upper case, null where the directory's answer was not exported.
-- requires: ad_fsmo_roles
-- optional: none
-- columns: domain_dn, forest, pdc
SELECT
  domain_dn,
  regexp_replace(regexp_replace(lower(domain_dn), '^dc=', ''), ',dc=', '.', 'g') AS forest,
  nullif(upper(split_part(coalesce(pdc_emulator, regexp_extract(fsmo_role_owner, '^CN=NTDS Settings,CN=([^,]+),', 1, 'i')), '.', 1)), '') AS pdc
FROM ad_fsmo_roles
WHERE is_forest_root
