/** Scorecards: an explained score of 0 to 100 for every lead. */
module dev.leadkit.scoring {
    requires transitive dev.leadkit.core;

    exports dev.leadkit.scoring;
    exports dev.leadkit.scoring.backtest;
    exports dev.leadkit.scoring.history;
    exports dev.leadkit.scoring.learn;
    exports dev.leadkit.scoring.table;
}
