/**
 * Classes for implementers of {@link dev.hourbridge.model.TimeTracker}: pagers for the different ways in which services
 * return lists, exceptions from the details of a failed call, and prepared writes.
 *
 * <!-- with: PageSource<TimeEntry> pages, TimeEntryQuery query, Account account -->
 * <pre>{@code
 * Pager<TimeEntry> list = Pagers.scoped(Pagers.paged(pages).filter(query::matches), account + " " + query);
 * }</pre>
 *
 * <p>Callers of a client use {@link dev.hourbridge.model.Pager} and {@link dev.hourbridge.model.HourbridgeException}.
 *
 * @see <a href="{@docRoot}/../CONTRIBUTING.html#adding-a-service">Adding a service</a>
 */
@NullMarked
package dev.hourbridge.model.spi;

import org.jspecify.annotations.NullMarked;
