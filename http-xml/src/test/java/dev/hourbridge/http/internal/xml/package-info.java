@NullMarked
package dev.hourbridge.http.internal.xml;

import org.jspecify.annotations.NullMarked;
