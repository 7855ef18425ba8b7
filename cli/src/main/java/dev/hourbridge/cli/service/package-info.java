/** Connects each service to the command. Each service has a class for its keys, its credentials and its client. */
@NullMarked
package dev.hourbridge.cli.service;

import org.jspecify.annotations.NullMarked;
