-- view: mail_agents
-- purpose: Transport agents that look at mail, one row for each server and agent; agents of the front end, of mailbox submission and of
--   mailbox delivery are left out, because filters never work there. agent is the name in lower case; is_enabled is false as soon as
--   one transport service has the agent switched off, and null where that is not known.
-- requires: transport_agents
-- optional: none
-- columns: server, agent, is_enabled
SELECT
  server,
  lower(identity) AS agent,
  CASE
    WHEN bool_or(enabled IS FALSE) THEN FALSE
    WHEN bool_or(enabled IS NULL) THEN NULL
    ELSE TRUE
  END AS is_enabled
FROM transport_agents
WHERE server IS NOT NULL
  AND identity IS NOT NULL
  AND (transport_service IS NULL OR transport_service NOT IN ('FrontEnd', 'MailboxSubmission', 'MailboxDelivery'))
GROUP BY server, lower(identity)
