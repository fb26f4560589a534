-- What containment search takes beside the tables, for stores that are opened with it. The extension ships with
-- PostgreSQL; who may create extensions in the database must run this once. Where it is in another schema than public
-- already, make the index with its operator class there.

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE INDEX IF NOT EXISTS leadkit_lead_by_text ON leadkit_lead USING gin (search_text public.gin_trgm_ops);
