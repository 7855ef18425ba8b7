/**
 * Auto-configuration of the clients for Spring Boot. Applications set {@code hourbridge.*} properties and inject the clients.
 *
 * @see <a href="{@docRoot}/../docs/applications.html#spring-boot">Inside applications</a>
 */
@NullMarked
package dev.hourbridge.spring;

import org.jspecify.annotations.NullMarked;
