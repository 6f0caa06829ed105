-- Where a credential is sent: it goes nowhere else, whatever the gateway's document says later.
alter table vendor_credential add column called_at text;
