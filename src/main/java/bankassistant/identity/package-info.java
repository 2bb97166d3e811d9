/**
 * Who is at the workstation and what that person may do: users, roles and their permissions, sign-in, and the wrapping of the store's
 * file key for each user. Depends on no other package of the application.
 *
 * <p>{@link bankassistant.identity.Identity} leads to everything. There are two keys to a store. Those who ask and those who audit
 * hold the {@link bankassistant.identity.FileKey} that the store is encrypted with. Administrators hold the administration key
 * instead, with which they sign changes of users, and so can't read the store. Both are random; each user has one of them wrapped
 * under their password. What is wrapped is bound to the user's name, role and to both public keys, and the whole file of users is
 * signed by either key, so that whoever has signed in can tell that the file is as somebody entitled left it. What can't be told
 * stands in {@code src/docs/decisions/0022-the-administrator-holds-no-file-key.md}.
 */
package bankassistant.identity;
