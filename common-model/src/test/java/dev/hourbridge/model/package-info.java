@NullMarked
package dev.hourbridge.model;

import org.jspecify.annotations.NullMarked;
