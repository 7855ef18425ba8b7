@NullMarked
package dev.hourbridge.spring;

import org.jspecify.annotations.NullMarked;
