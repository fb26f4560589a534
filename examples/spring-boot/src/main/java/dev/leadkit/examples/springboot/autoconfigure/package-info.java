/**
 * LeadKit for any application on Spring Boot: copy this package with the two files under {@code META-INF}, or depend on it.
 * It knows nothing of the application beside it. Start at {@link
 * dev.leadkit.examples.springboot.autoconfigure.LeadKitAutoConfiguration}.
 */
@NullMarked
package dev.leadkit.examples.springboot.autoconfigure;

import org.jspecify.annotations.NullMarked;
