/** Tests of the pages, in Chromium. Start at {@link dev.leadkit.examples.leaddesk.browser.Browser}. */
@NullMarked
package dev.leadkit.examples.leaddesk.browser;

import org.jspecify.annotations.NullMarked;
