/**
 * What pipelines, capture rules, scorecards and intent models have in common as documents: problems are found all at
 * once, each as a {@link dev.leadkit.definition.Problem} that says where, what and how to mend it. Start there.
 */
@NullMarked
package dev.leadkit.definition;

import org.jspecify.annotations.NullMarked;
