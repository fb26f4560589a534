/**
 * Who is who: to which lead a visitor belongs, which leads may be one person, and how they are merged and taken apart
 * again. All pure; the desk reads and commits.
 */
@NullMarked
package dev.leadkit.identity;

import org.jspecify.annotations.NullMarked;
