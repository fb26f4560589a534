/** Scorecards: an explained score of 0 to 100 for every lead. */
module dev.leadkit.scoring {
    requires transitive dev.leadkit.core;

    exports dev.leadkit.scoring;
}
