/**
 * Who is at the workstation and what that person may do: users, roles and their permissions, sign-in, and the wrapping of the store's
 * file key for each user. Depends on no other package of the application.
 */
package bankassistant.identity;
