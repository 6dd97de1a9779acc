-- view: exchange_server_groups
-- purpose: Groups that hold every Exchange server, so that a right given to one of them is a right of every server's account; one row for each SID.
--   Found by the well-known GUID that setup writes, else by the name (the third one is a relic of Exchange 2003).
-- requires: ad_exchange_groups
-- optional: none
-- columns: sid, name
SELECT
  object_sid AS sid,
  min(coalesce(well_known_name, sam_account_name, 'Exchange Servers')) AS name
FROM ad_exchange_groups
WHERE object_sid IS NOT NULL
  AND (
    upper(well_known_guid) IN ('A7D2016C83F003458132789EEB127B84', 'EA876A58DB6DD04C9006939818F800EB')
    OR lower(coalesce(well_known_name, sam_account_name)) IN ('exchange servers', 'exchange trusted subsystem', 'exchange domain servers')
  )
GROUP BY object_sid
