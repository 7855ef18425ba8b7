/** Binds each service to the command: one class for each, with its keys, credentials and client. */
@NullMarked
package dev.hourbridge.cli.service;

import org.jspecify.annotations.NullMarked;
