/** The lead model, the pipeline, conversations, the store SPI and the front door, {@link dev.leadkit.LeadKit}. */
@SuppressWarnings("module") // a qualified export names modules that are compiled later
module dev.leadkit.core {
    requires transitive java.sql;
    requires static transitive org.jspecify;
    requires transitive java.net.http;
    requires org.slf4j;
    requires tools.jackson.core;

    exports dev.leadkit;
    exports dev.leadkit.access;
    exports dev.leadkit.board;
    exports dev.leadkit.assign;
    exports dev.leadkit.bulk;
    exports dev.leadkit.conflict;
    exports dev.leadkit.conversation;
    exports dev.leadkit.csv;
    exports dev.leadkit.definition;
    exports dev.leadkit.event;
    exports dev.leadkit.event.webhook;
    exports dev.leadkit.field;
    exports dev.leadkit.identity;
    exports dev.leadkit.insight;
    exports dev.leadkit.lead;
    exports dev.leadkit.migration;
    exports dev.leadkit.move;
    exports dev.leadkit.operation;
    exports dev.leadkit.pipeline;
    exports dev.leadkit.plan;
    exports dev.leadkit.privacy;
    exports dev.leadkit.retention;
    exports dev.leadkit.score;
    exports dev.leadkit.search;
    exports dev.leadkit.store;
    exports dev.leadkit.store.memory;
    exports dev.leadkit.undo;
    exports dev.leadkit.view;
    exports dev.leadkit.definition.json to
            dev.leadkit.capture,
            dev.leadkit.scoring;
}
