/**
 * Auto-configuration of the clients for Spring Boot. Applications set {@code hourbridge.*} properties and inject the clients.
 */
@NullMarked
package dev.hourbridge.spring;

import org.jspecify.annotations.NullMarked;
