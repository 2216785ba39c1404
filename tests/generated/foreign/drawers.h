/*
 * Macros: some of what classify.yaml names is not here, some names are one number and others are
 * not.
 */
#ifndef DRAWERS_H
#define DRAWERS_H

#define DRAWER_OK          0
#define DRAWER_MISSING     2
#define DRAWER_AGAIN       11
#define DRAWER_WAIT        DRAWER_AGAIN /* an alias of the same number */
#define DRAWER_LATER       12           /* and one of another */
#define DRAWER_GONE        9            /* of DRAWER_LEFT, which this system does not have */
#define DRAWER_STUCK       20
#define DRAWER_JAMMED      21
#define DRAWER_NEGATIVE    (-5)
#define DRAWER_MISSING_KEY (DRAWER_MISSING | (1 << 8))
#define DRAWER_STUCK_OPEN  (DRAWER_STUCK | (2 << 8))

#endif
