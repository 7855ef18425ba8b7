@NullMarked
package dev.hourbridge.docs;

import org.jspecify.annotations.NullMarked;
