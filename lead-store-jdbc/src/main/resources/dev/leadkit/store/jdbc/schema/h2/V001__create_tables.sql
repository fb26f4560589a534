-- The tables of LeadKit on H2. The prefix leadkit_ is replaced by the store's own where it has one.
-- Every statement is safe to repeat, so that two processes may run this file at the same time. The last one records it.
-- Text is compared exactly (the store refuses a database with IGNORECASE or a collation), instants are in UTC. A key
-- that ends in _key is a hash, so that ids of any length fit the index of any database.

CREATE TABLE IF NOT EXISTS leadkit_schema (
    version INT NOT NULL,
    applied_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (version)
);

-- board_key stands for pipeline and stage. score is -1 without one, so that an order by it needs no null; score_due_at
-- is the end of the year 9999 where time does not change the score. own_weighted is the expected amount times the lead's own
-- probability, null where it has none. search_text holds the words and numbers by which the lead is found; body, as JSON,
-- what no query asks for. A column that ends in _head is the beginning of another, short enough for an index of many columns.
CREATE TABLE IF NOT EXISTS leadkit_lead (
    tenant_id VARCHAR(1024) NOT NULL,
    lead_id UUID NOT NULL,
    version BIGINT NOT NULL,
    pipeline VARCHAR(1024) NOT NULL,
    pipeline_version INT NOT NULL,
    stage VARCHAR(1024) NOT NULL,
    board_key UUID NOT NULL,
    closed BOOLEAN NOT NULL,
    stage_entered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    board_rank VARCHAR(1024) NOT NULL,
    source VARCHAR(1024) NOT NULL,
    assignee VARCHAR(1024),
    expected_amount NUMERIC(19, 4),
    expected_currency VARCHAR(3),
    own_weighted NUMERIC(23, 8),
    score INT NOT NULL,
    band VARCHAR(1024),
    score_due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    last_activity_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    snoozed_until TIMESTAMP(6) WITH TIME ZONE,
    search_text VARCHAR NOT NULL,
    body VARCHAR NOT NULL,
    source_head VARCHAR(64) GENERATED ALWAYS AS (LEFT(source, 64)),
    assignee_head VARCHAR(64) GENERATED ALWAYS AS (LEFT(assignee, 64)),
    band_head VARCHAR(64) GENERATED ALWAYS AS (LEFT(band, 64)),
    PRIMARY KEY (tenant_id, lead_id)
);

CREATE INDEX IF NOT EXISTS leadkit_lead_by_rank ON leadkit_lead (tenant_id, board_key, board_rank, lead_id);
-- Holds all that a filtered board counts and adds.
CREATE INDEX IF NOT EXISTS leadkit_lead_by_creation ON leadkit_lead (
    tenant_id, created_at, lead_id, withdrawn, board_key, source_head, assignee_head, band_head, score, last_activity_at,
    snoozed_until, expected_currency, expected_amount, own_weighted);
-- In which the stale leads of a column lie together.
CREATE INDEX IF NOT EXISTS leadkit_lead_by_staleness ON leadkit_lead (
    tenant_id, board_key, last_activity_at, withdrawn, snoozed_until);
CREATE INDEX IF NOT EXISTS leadkit_lead_by_stage ON leadkit_lead (tenant_id, stage, created_at, lead_id);
CREATE INDEX IF NOT EXISTS leadkit_lead_by_assignee ON leadkit_lead (tenant_id, assignee_head, created_at, lead_id);
CREATE INDEX IF NOT EXISTS leadkit_lead_by_source ON leadkit_lead (tenant_id, source_head, created_at, lead_id);
CREATE INDEX IF NOT EXISTS leadkit_lead_by_band ON leadkit_lead (tenant_id, band_head, created_at, lead_id);
CREATE INDEX IF NOT EXISTS leadkit_lead_by_activity ON leadkit_lead (tenant_id, last_activity_at, lead_id);
CREATE INDEX IF NOT EXISTS leadkit_lead_by_score ON leadkit_lead (tenant_id, score, lead_id);
CREATE INDEX IF NOT EXISTS leadkit_lead_by_score_due ON leadkit_lead (tenant_id, score_due_at, lead_id);

-- With the lead's creation, so that the newest of a tag or a word are found without looking at the others.
CREATE TABLE IF NOT EXISTS leadkit_lead_tag (
    tenant_id VARCHAR(1024) NOT NULL,
    tag VARCHAR(1024) NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    lead_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, tag, created_at, lead_id)
);

-- The words and digits by which a lead is found, in UTF-8: bytes have one order on every database, letters do not.
CREATE TABLE IF NOT EXISTS leadkit_lead_token (
    tenant_id VARCHAR(1024) NOT NULL,
    token VARBINARY(1024) NOT NULL,
    created_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    lead_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, token, created_at, lead_id)
);

CREATE TABLE IF NOT EXISTS leadkit_identity (
    tenant_id VARCHAR(1024) NOT NULL,
    identity_key VARCHAR(64) NOT NULL,
    lead_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, identity_key, lead_id)
);

-- One row for each identity that an open lead holds alone. Its primary key is what keeps a visitor from being doubled.
CREATE TABLE IF NOT EXISTS leadkit_claim (
    tenant_id VARCHAR(1024) NOT NULL,
    pipeline VARCHAR(1024) NOT NULL,
    identity_key VARCHAR(64) NOT NULL,
    lead_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, pipeline, identity_key)
);

-- How many leads a column of the board has, by currency ('' without an amount), and the sum of their amounts; apart,
-- of those with a probability of their own, their amounts and these times that probability. What counts is the sum over the slots: a writer takes one of them, so that writers do not queue for one row.
CREATE TABLE IF NOT EXISTS leadkit_counter (
    tenant_id VARCHAR(1024) NOT NULL,
    board_key UUID NOT NULL,
    currency VARCHAR(3) NOT NULL,
    slot INT NOT NULL,
    pipeline VARCHAR(1024) NOT NULL,
    stage VARCHAR(1024) NOT NULL,
    leads BIGINT NOT NULL,
    amount NUMERIC(38, 4) NOT NULL,
    own_amount NUMERIC(38, 4) NOT NULL,
    own_weighted NUMERIC(38, 8) NOT NULL,
    PRIMARY KEY (tenant_id, board_key, currency, slot)
);

CREATE TABLE IF NOT EXISTS leadkit_conversation (
    tenant_id VARCHAR(1024) NOT NULL,
    session_key UUID NOT NULL,
    session_id VARCHAR(1024) NOT NULL,
    version BIGINT NOT NULL,
    channel VARCHAR(1024) NOT NULL,
    body VARCHAR NOT NULL,
    PRIMARY KEY (tenant_id, session_key)
);

CREATE TABLE IF NOT EXISTS leadkit_message (
    tenant_id VARCHAR(1024) NOT NULL,
    session_key UUID NOT NULL,
    message_key UUID NOT NULL,
    message_id VARCHAR(1024) NOT NULL,
    sent_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    sequence_no BIGINT NOT NULL,
    channel VARCHAR(1024) NOT NULL,
    speaker VARCHAR(16) NOT NULL,
    cleaned BOOLEAN NOT NULL,
    text VARCHAR NOT NULL,
    attributes VARCHAR,
    PRIMARY KEY (tenant_id, session_key, message_key)
);

CREATE TABLE IF NOT EXISTS leadkit_activity (
    tenant_id VARCHAR(1024) NOT NULL,
    lead_id UUID NOT NULL,
    lead_version BIGINT NOT NULL,
    ordinal INT NOT NULL,
    happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_kind VARCHAR(16) NOT NULL,
    actor_id VARCHAR(1024) NOT NULL,
    on_behalf_of VARCHAR(1024),
    changeset_id UUID NOT NULL,
    cause_code VARCHAR(1024),
    cause_ref VARCHAR(1024),
    kind VARCHAR(32) NOT NULL,
    detail VARCHAR NOT NULL,
    PRIMARY KEY (tenant_id, lead_id, lead_version, ordinal)
);

CREATE INDEX IF NOT EXISTS leadkit_activity_by_changeset ON leadkit_activity (tenant_id, changeset_id);

-- What a tenant keeps beside its leads, at its present version. The name is in UTF-8: bytes have one order on every
-- database, letters do not.
CREATE TABLE IF NOT EXISTS leadkit_document (
    tenant_id VARCHAR(1024) NOT NULL,
    kind VARCHAR(64) NOT NULL,
    name VARBINARY(1024) NOT NULL,
    version BIGINT NOT NULL,
    text VARCHAR NOT NULL,
    written_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_kind VARCHAR(16) NOT NULL,
    actor_id VARCHAR(1024) NOT NULL,
    on_behalf_of VARCHAR(1024),
    PRIMARY KEY (tenant_id, kind, name)
);

-- The units of work that were applied, so that a repeat of one is known.
CREATE TABLE IF NOT EXISTS leadkit_changeset (
    tenant_id VARCHAR(1024) NOT NULL,
    changeset_id UUID NOT NULL,
    made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant_id, changeset_id)
);

-- What an endpoint has not got yet: the activities of a lead's version. It is due at an instant, which a lease puts off;
-- a dead letter is never due and keeps the lead's later ones from that endpoint.
CREATE TABLE IF NOT EXISTS leadkit_outbox (
    tenant_id VARCHAR(1024) NOT NULL,
    endpoint VARCHAR(1024) NOT NULL,
    lead_id UUID NOT NULL,
    lead_version BIGINT NOT NULL,
    due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    attempts INT NOT NULL,
    owner VARCHAR(1024),
    dead BOOLEAN NOT NULL,
    reason VARCHAR(1024),
    PRIMARY KEY (tenant_id, endpoint, lead_id, lead_version)
);

CREATE INDEX IF NOT EXISTS leadkit_outbox_by_due ON leadkit_outbox (tenant_id, endpoint, dead, due_at);

-- Identities of erased persons, so that a message of theirs that was sent until then does not bring them back.
CREATE TABLE IF NOT EXISTS leadkit_erased (
    tenant_id VARCHAR(1024) NOT NULL,
    identity_key VARCHAR(64) NOT NULL,
    suppressed_until TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (tenant_id, identity_key)
);

-- What proves that persons were erased: who ordered it, why, which leads, how many rows. Nothing of the persons.
CREATE TABLE IF NOT EXISTS leadkit_erasure (
    tenant_id VARCHAR(1024) NOT NULL,
    erasure_id UUID NOT NULL,
    ordered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor_kind VARCHAR(16) NOT NULL,
    actor_id VARCHAR(1024) NOT NULL,
    on_behalf_of VARCHAR(1024),
    cause_code VARCHAR(1024) NOT NULL,
    cause_ref VARCHAR(1024) NOT NULL,
    detail VARCHAR NOT NULL,
    PRIMARY KEY (tenant_id, erasure_id)
);

INSERT INTO leadkit_schema (version, applied_at)
SELECT 1, CURRENT_TIMESTAMP
WHERE NOT EXISTS (SELECT 1 FROM leadkit_schema WHERE version = 1);
