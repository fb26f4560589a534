/** Scorecards: an explained score of 0 to 100 for every lead. */
module dev.leadkit.scoring {
    requires com.github.benmanes.caffeine;
    requires transitive dev.leadkit.core;
    requires org.slf4j;

    exports dev.leadkit.scoring;
    exports dev.leadkit.scoring.backtest;
    exports dev.leadkit.scoring.history;
    exports dev.leadkit.scoring.learn;
    exports dev.leadkit.scoring.past;
    exports dev.leadkit.scoring.table;
    exports dev.leadkit.scoring.tenant;
}
